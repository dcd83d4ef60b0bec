"""Words for services in eight languages, in the order of the divisions of the CPA.

A word with a full stop is meant as it stands; the others are beginnings of words.
"""

from __future__ import annotations

WORK = (
    # repair, installation of others' goods, work on material that the client supplies (33, 43, 95, 96)
    "reparatur instandsetz wartung inspektion kalibrier lackierarb malerarbeit schweißarb beschichtung lohnfertigung"
    " lohnarbeit reinigung. gebäudereinigung repair. repairs repairing maintenance overhaul calibrat inspection painting"
    " welding coating. cleaning. refurbish réparation dépannage entretien maintenance étalonnage nettoyage peinture-de"
    " soudure usinage sous-traitance reparación mantenimiento calibración limpieza pintado. soldadura mecanizado reparação"
    " manutenção calibração limpeza. acabamento. soldadura reparatie onderhoud storing. kalibrat keuring schoonmaak laswerk"
    " spuitwerk bewerking naprawa. naprawy konserwacj kalibracj przegląd sprzątan malowan spawan obróbk riparazion"
    " manutenzion taratura pulizia. pulizie verniciatura saldatura lavorazion conto-terzi collaudo revisione. trattament"
    " tratamiento behandlung façon. feitio. zerspanung lavaggio wulkanizac underhåll vedlikehold huolto údržba karbantart"
)
TRANSPORT_AND_STAY = (
    # transport, storage, post, hotels, meals (49-56)
    "transport. transporte. transporti trasporto trasporti gütertransport containertransport wegtransport spedition"
    " fracht. seefracht luftfracht lagergeld umschlag. lagerung zustell kurier courier. freight. haulage handling."
    " storage. warehous forwarding airport transfer. transfers taxi. taxifahrt stadtfahrt fahrkarte bahnticket flugticket"
    " flight. flights fare. fares ticket. tickets stockage. manutention entreposage affrètement messagerie billet."
    " billets vol. almacenaj manipulac mensajer flete. vuelo. billete. billetes armazen manuse frete. bilhete. voo."
    " opslag. overslag vrachtvervoer vervoer. koerier vliegticket treinkaart przewóz składowan przeładun kurier. bilet."
    " bilety. lot. deposito. movimentaz facchinaggio corriere. biglietto biglietti volo. nolo. noleggio. verzollung thc."
    " hotel. hôtel. hotelzimmer übernachtung logis. zimmer. einzelzimmer doppelzimmer frühstück verpflegung bewirtung"
    " room. rooms overnight accommodation breakfast. catering. dinner. lunch. minibar parking. nuitée nuitées hébergement"
    " chambre. traiteur repas. habitación alojamiento desayuno cena. comida. quarto. alojamento pequeno-almoço jantar."
    " almoço kamer. eenpersoonskamer tweepersoonskamer overnachting ontbijt maaltijd pokój. nocleg śniadani kolacja"
    " zakwaterow camera. camere pernottament colazion pranzo. ristorazion seat. sitzplatz boarding maut. toll. péage"
    " logistik logistic logística logistyk dzień-pobytu traslado traslados"
)
INFORMATION = (
    # publishing, telecommunications, software, hosting, data (58-63)
    "abonnement abonament abbonament suscripci subscri subskript assinatura saas. cloud. software. softwarepflege"
    " lizenz licenz licence. licences license. licenses licencia licença licentie licencj nutzungsrecht lizenzgebühr"
    " hosting. webhost serverm server. servers serveur. servidor serwer. vserver instance. instances domain. domains"
    " domän speicherplatz backup. sauvegard storage. compute. compute database. database bandwidth traffic. bare-metal"
    " api. apis tokens. inference vpn. ssl. website webseite webdesign web-design site-web webentwickl programmier"
    " programming programmat développem developm entwicklung ontwikkel desarroll desenvolv svilupp. sviluppo wdrożen"
    " fejleszt penetration. pentest cyber streaming internet. breitband broadband fibre. fibra. glasfaser telefonie"
    " calls. mobilfunk mobile. roaming seats. users. user. workspace plan. plano. piano. tarif. updates. support. supporto"
    " soporte suporte assistance. assistenza. ondersteuning wsparcie hébergement. aplicac aplicat maintenance-logiciel"
    " monitoring. analytics dataset data-transfer datenbank datenzugang accès. acesso. dostęp. accesso. datapoint telemetr"
)
PROFESSIONAL = (
    # finance, property, law, accounts, engineering, research, advertising, design, translation (64-75)
    "versicherung. insurance. assurance. seguro. verzekering ubezpiecz assicuraz. prämie. kommission commission."
    " commissione provision. provvigion comisión comissão prowizj transaktion transaction. transactions payments."
    " processing. interchange bankgebühr bank-charges miete. mietrate rent. rental loyer. location. leasing. alquiler"
    " aluguer renda. huur. standmiete verhuur najem. wynajem czynsz affitto. locazion noleggi hausverwaltung"
    " verwaltung. liegenschaft property-management gestion. gestión gestão beheer zarządzan gestione. rechtsberatung"
    " rechtsanwalt anwalt. steuerber steuerliche treuhand buchhalt buchführung lohnbuch lohnabrech jahresabschluss"
    " wirtschaftsprüf legal. lawyer attorney solicitor. notar. notary accounting bookkeep payroll. audit. audits. tax-return"
    " trademark patent. patents juridique juridis avocat. notaire. comptab bulletins-de-paie paie. marque. statuts."
    " jurídic. abogad nómina. nóminas contab. contabil gestoría dictamen peritaje jurídico advogad solicitador salários"
    " marca. juridisch advocaat notaris boekhoud salarisadmin jaarrekening merkregistr prawna. prawne. prawny. radca."
    " księgow kadrow płacow znaku-towar legale. legali. avvocat notaio. notarile consulenz paghe. parere. perizia marchio."
    " commercialist beratung beratungs unternehmensber consult conseil. conseils asesor assessor advies. adviseur advieswerk"
    " doradz doradc porada. aconselh consultor advisory. advice. gutachten gutacht expertise. expertises opinion. report."
    " rapport. relazion prüfbericht prüfung. zugversuch test. testing. tests. analyse. analyses análisis análise analiz analisi"
    " laboratory-analysis vermessung surveying topograf geometra engineering. ingenieur ingénier ingenier engenhar inżynier"
    " ingegner architek architet arquitet architec projektierung projektleit projektow projet. progettaz forschung"
    " recherche. research. indagine zertifizier certificaz certification. werbung. werbe werbeanz anzeige. anzeigen publicid"
    " publicité pubblicit advertis reclame. reklam campaign campagne. campaña campanha kampagn campagna ads. adwords ad."
    " impressions klicks. clicks pay-per-click seo. sem. suchmaschin référencement posicionam posizionam zoekmachine"
    " pozycjonow otimização search-engine-opt marketing. social-media pressearbeit public-relations presse. prensa. persvoor"
    " imprensa medialn stampa. ufficio-stampa grafik. graphic. design. designs. diseño. ontwerp. vormgev huisstijl progetto."
    " illustrat fotograf photograph fotoshoot photoshoot video. videopro filming aufnahme. recording. voice-over voiceover"
    " sprecher übersetz translat traduc traduz tłumacz vertal dolmetsch interpret interprét tolk. tolken lektorat korrektorat"
    " korrektur. copyedit proofread relecture corrección correction. correctie revisão. revisione korekta. correzion redaktion"
    " copywrit texter. rédaction redacción redação copy. content. satzarbeit layout. podcast webinar"
)
OTHER = (
    # agencies, events, waste, education, health, arts, memberships (77-99) and what is said of services alone
    "personalvermittl zeitarbeit recruit recrut vermittl arbeitnehmerüberl reinigungsdienst entsorg abfall waste. skip."
    " disposal déchet residuos resíduos afval. afvalverw odpad rifiuti smaltiment security-guard wachdienst überwachung"
    " messe. messestand stand. standfläche exhibition expo. booth salon. feria. feira. beurs. beursstand targow fiera. fieristic"
    " seminar seminar. workshop. konferenz conference kongress congress congreso congresso tagung teilnahme teilnahmegeb"
    " registration. inscription. inscripción inscrição inschrijv rejestracj iscrizion keynote speaker speech schulung"
    " training. training. trainings formation. formazion formación formação opleiding cursus. szkolen kurs. corso. corsi. coaching"
    " utbildning koulutus školení mitgliedsch mitgliedsbeitrag jahresbeitrag membership cotisation cuota. quota. contributie"
    " lidmaatschap składka associativ membre. socio. honorar honorair honorári honorari honoraire fees. fee. disburs auslagen."
    " gebühr gebühren. retainer. pauschalhonorar dienstleist prestation servicio. servicios serviço usług dienst. diensten"
    " service. services servizio. servizi. leistung. leistungen arbeitszeit stunde. stunden std. hour. hours hrs. hr. heure."
    " heures hora. horas uur. uren. godz. godzin ore. ora. h. monat. monate monatlich month. months monthly mois. mensuel mes."
    " meses mensual mensal mensil mese. mesi. maand. maanden miesiąc miesięc jahr. jährlich annual. annuel anual. jaarlijks"
    " roczna. roczn annuale. tage. tag. tagessatz days. day. journée journées jours. jornada jornadas dias. dagen. dagdeel dni."
    " giorn giornata giornate zeitraum period. période periodo. período periode. okres. laufzeit looptijd engagement."
    " recurring renewal. renewals verlängerung renouvell renovaci renovação verlenging odnowien rinnovo usage. nutzung."
    " reisekost spesen. travel-exp travel. anfahrt abfahrt. déplacement. desplazam deslocaç voorrijk dojazd. trasferta"
    " travaux. bauarbeiten obra. obras. lavori. werkzaamheden werkstunden arbeid. robót disbursements retouche"
)
PUTTING_IN = (
    # what makes of delivered goods a supply with work: mounting, commissioning, labour
    "montage. montag montaż montaj montaggio montado montiert gemonteerd montering einbau eingebaut aufbau. inbetriebnahme"
    " install installation. instalación instalação installaz instalac geïnstalleerd fitted. fitting-of commission. commissioned"
    " commissioning workmanship labour. labor. arbeitslohn arbeitswert monteurstunden monteurs. monteuruur monteursuren"
    " arbeidsloon main-d'œuvre main-d'oeuvre pose. posé. posée posés mise-en-service mano-de-obra mão-de-obra robocizn"
    " manodopera posa. posat colocad colocación colocação plaatsing geplaatst uruchom zamontow techniker technikereinsatz"
    " technician engineer. engineers technicien técnico. tecnico. technicus serwisant arbeid. avviamento avviata puesta-en-marcha"
    " arranque. lohnanteil werkloon installiert"
)
DIVISIONS = (WORK, TRANSPORT_AND_STAY, INFORMATION, PROFESSIONAL, OTHER)
PHRASES = (
    "data transfer | per month | mão de obra | mano de obra | main d'œuvre | pay per click | frais de gestion | location de"
    " | work hours | pro monat | par mois | al mese | per maand | search engine optimi | cash management | conto terzi"
    " | search engine | relations presse | public relations | property management | tax return"
)
PUTTING_IN_PHRASES = (
    "supply and fit | supply and installation | supply and install | fourniture et pose | fourni et posé"
    " | lieferung und montage | lieferung und einbau | suministro e instalación | suministro y montaje"
    " | fornecimento e instalação | fornecimento e montagem | fornitura e posa | fornitura e montaggio | posa in opera"
    " | levering en plaatsing | levering en montage | dostawa i montaż | dostawa z montażem | parts and labour"
)
"""Goods and work in one breath, whatever the goods are called."""
WORK_PHRASES = (
    "mano de obra | mão de obra | main d'œuvre | mise en service | mise en route | puesta en marcha | uscita tecnico"
    " | intervento tecnico | op locatie | sul posto"
)
PROCESSING_PHRASES = (
    "à façon | a feitio | conto terzi | conto lavoro | lohnauftrag | beigestellt | aangeleverd | fournies par le client"
    " | fournis par le client | aportadas por el cliente | aportados por el cliente | fornecidas pelo cliente"
    " | peças do cliente | customer supplied | supplied by the customer | free issue | powierzon | materiale vostro"
)
"""Work on what belongs to the customer: a service, whatever the things are called (art. 24 Directive 2006/112/EC)."""
