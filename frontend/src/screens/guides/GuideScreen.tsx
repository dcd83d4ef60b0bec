import type { MouseEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { guides, loaders } from 'virtual:guides';
import { NotFound } from '../../app/RouteError';
import { useI18n } from '../../i18n/I18n';
import { PageHead } from '../../ui/PageHead';
import { ErrorState, LoadingPage } from '../../ui/Waiting';
import css from './guides.module.css';

/** One guide: Markdown of our own, turned into HTML when the site is built. */
export function GuideScreen() {
  const { t } = useI18n();
  const { slug = '' } = useParams();
  const navigate = useNavigate();
  const load = loaders[slug];
  const guide = guides.find((one) => one.slug === slug);
  const { data, error, refetch } = useQuery({
    queryKey: ['guide', slug],
    queryFn: () => load?.() ?? Promise.reject(new Error('no guide')),
    enabled: load !== undefined,
    staleTime: Infinity,
  });
  if (!guide || !load) return <NotFound />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingPage />;

  // Links within the app do not reload it.
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-internal]') : null;
    const target = link?.getAttribute('href');
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void navigate(target);
  };
  return (
    <>
      <PageHead above={<Link to="/guide">{t('nav.guides')}</Link>} title={guide.title} />
      <div className={css.page}>
        {data.headings.length > 1 && (
          <nav className={css.contents} aria-label={t('guides.contents')}>
            <p className={css.contentsTitle}>{t('guides.contents')}</p>
            <ol>
              {data.headings.map((heading) => (
                <li key={heading.id}>
                  <a href={`#${heading.id}`}>{heading.text}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        {/* The links inside are links; the handler only keeps them from reloading the app. */}
        {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
        <article
          className={css.guide}
          lang="it"
          onClick={follow}
          // eslint-disable-next-line no-restricted-syntax -- made at build time from our own files (plugins/guides.ts)
          dangerouslySetInnerHTML={{ __html: data.html }}
        />
      </div>
    </>
  );
}
