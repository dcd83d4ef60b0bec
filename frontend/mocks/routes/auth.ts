/** Sign-up, log-in, second factor, sessions. The code by e-mail and the one of the app are always 123456. */
import type { User } from '../../src/api/types.ts';
import { Refused, reply, route, type Asked } from '../router.ts';
import type { Person } from '../state.ts';
import { newId } from '../world.ts';

const REFRESH = 'autofatture_refresh';
const CODE = '123456';

export function userOf(person: Person, mfa: boolean): User {
  const { password: _password, confirmed: _confirmed, totp: _totp, ...user } = person;
  return { ...user, mfa };
}

function signIn(asked: Asked, email: string, mfa: boolean) {
  const person = asked.world.people.get(email);
  if (!person) throw new Refused(401, 'not_signed_in', 'E-mail o password non corrispondono.');
  const access = newId();
  const refresh = newId();
  asked.world.sessions.set(access, { email, mfa });
  asked.world.refresh.set(refresh, { email, mfa });
  asked.setCookie(`${REFRESH}=${refresh}; HttpOnly; SameSite=Strict; Path=/api/auth`);
  return { access_token: access, expires_in: 600, user: userOf(person, mfa) };
}

const open = { open: true };

route(
  'POST /auth/sign-up',
  ({ world, body }) => {
    if (!world.people.has(body.email)) {
      world.people.set(body.email, {
        user_id: newId(),
        email: body.email,
        name: body.name,
        mfa: false,
        mfa_enabled: false,
        studio: null,
        accountant: false,
        selected_company: null,
        credits: body.referral_code ? 20 : 10,
        locale: 'it',
        only_mine: false,
        referral_code: 'NUOVO-1',
        invitation: null,
        standing_studio: null,
        password: body.password,
        confirmed: false,
        totp: false,
      });
    }
    return reply(202);
  },
  open,
);

route(
  'POST /auth/confirm',
  ({ world, body }) => {
    const person = world.people.get(body.email);
    if (!person || body.code !== CODE)
      throw new Refused(400, 'bad_input', 'Il codice non è giusto o è scaduto.');
    person.confirmed = true;
    return reply(204);
  },
  open,
);
route('POST /auth/resend', () => reply(202), open);

route(
  'POST /auth/log-in',
  (asked) => {
    const { body, world } = asked;
    const person = world.people.get(body.email);
    if (!person || person.password !== body.password)
      throw new Refused(401, 'wrong_credentials', 'E-mail o password non corrispondono.');
    if (!person.confirmed)
      throw new Refused(
        403,
        'not_confirmed',
        'Prima conferma l’indirizzo e-mail con il codice che ti abbiamo inviato.',
      );
    if (person.totp) {
      const ticket = newId();
      world.tickets.set(ticket, person.email);
      return { challenge: 'totp', ticket };
    }
    return signIn(asked, person.email, false);
  },
  open,
);

route(
  'POST /auth/log-in/totp',
  (asked) => {
    const email = asked.world.tickets.get(asked.body.ticket);
    if (!email || asked.body.code !== CODE)
      throw new Refused(401, 'wrong_code', 'Il codice non è giusto. Prova con quello che vedi ora nell’app.');
    return signIn(asked, email, true);
  },
  open,
);

route(
  'POST /auth/refresh',
  (asked) => {
    const known = asked.world.refresh.get(asked.cookies[REFRESH] ?? '');
    const person = known ? asked.world.people.get(known.email) : undefined;
    if (!known || !person)
      throw new Refused(
        401,
        'not_signed_in',
        'La sessione è scaduta. Le modifiche sono conservate: accedi di nuovo.',
      );
    const access = newId();
    asked.world.sessions.set(access, known);
    return { access_token: access, expires_in: 600, user: userOf(person, known.mfa) };
  },
  open,
);

route(
  'POST /auth/log-out',
  (asked) => {
    asked.world.refresh.delete(asked.cookies[REFRESH] ?? '');
    asked.setCookie(`${REFRESH}=; HttpOnly; SameSite=Strict; Path=/api/auth; Max-Age=0`);
    return reply(204);
  },
  open,
);
route('POST /auth/log-out-everywhere', ({ world, person }) => {
  for (const store of [world.sessions, world.refresh]) {
    for (const [key, value] of store) if (value.email === person.email) store.delete(key);
  }
  return reply(204);
});
route('POST /auth/password/forgot', () => reply(202), open);
route(
  'POST /auth/password/reset',
  ({ world, body }) => {
    const person = world.people.get(body.email);
    if (!person || body.code !== CODE)
      throw new Refused(400, 'bad_input', 'Il codice non è giusto o è scaduto.');
    person.password = body.password;
    return reply(204);
  },
  open,
);
route('POST /auth/password', ({ person, body }) => {
  if (person.password !== body.old)
    throw new Refused(400, 'wrong_credentials', 'La password attuale non è giusta.');
  person.password = body.new;
  return reply(204);
});
route('POST /auth/email', () => reply(202));
route('POST /auth/email/confirm', ({ body }) => {
  if (body.code !== CODE) throw new Refused(400, 'bad_input', 'Il codice non è giusto o è scaduto.');
  return reply(204);
});
route('POST /auth/totp', ({ person }) => ({
  secret: 'JBSWY3DPEHPK3PXP',
  otpauth_uri: `otpauth://totp/Autofatture:${person.email}?secret=JBSWY3DPEHPK3PXP&issuer=Autofatture`,
}));
route('POST /auth/totp/confirm', ({ world, person, body }) => {
  if (body.code !== CODE)
    throw new Refused(400, 'bad_input', 'Il codice non è giusto. Prova con quello che vedi ora nell’app.');
  person.totp = true;
  person.mfa_enabled = true;
  for (const value of [...world.sessions.values(), ...world.refresh.values()])
    if (value.email === person.email) value.mfa = true;
  return reply(204);
});
route('DELETE /auth/totp', ({ person }) => {
  person.totp = false;
  person.mfa_enabled = false;
  return reply(204);
});

route('GET /me', ({ person, mfa }) => userOf(person, mfa));
route('PATCH /me', ({ person, mfa, body }) => {
  Object.assign(person, body);
  return userOf(person, mfa);
});
route('GET /me/export', () => ({ download_url: '/mock-files/export.json' }));
route('DELETE /me', ({ person, body }) => {
  if (person.password !== body.password)
    throw new Refused(400, 'wrong_credentials', 'La password non è giusta.');
  return reply(202);
});
