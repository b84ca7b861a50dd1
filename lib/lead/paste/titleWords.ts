/**
 * Words that end the name of a job in the languages of our users, as stems: Germanic languages and
 * Finnish glue what comes before them on (*salgssjef*, *Einkaufsleiterin*, *myyntipäällikkö*).
 */
const ENDINGS =
  // Norwegian, Danish and Swedish
  'sjef|chef|leder|leiar|ledare|ledar|direktør|direktör|ansvarlig|ansvarleg|ansvarig|rådgiver|rådgjevar|rådgivare|konsulent|konsult|ingeniør|ingenjör|utvikler|utviklar|udvikler|utvecklare|selger|seljar|sælger|säljare|kjøper|kjøpar|køber|köpare|mester|mästare|meister|tekniker|teknikar|arkitekt|advokat|advokatfullmektig|fullmektig|fuldmægtig|koordinator|koordinatorin|controller|revisor|fører|førar|økonom|ekonom|ökonom|analytiker|analytikar|forsker|forskar|forskare|professor|lektor|lærer|lærar|lärare|rektor|lege|læge|läkare|sykepleier|sjukepleiar|sygeplejerske|sjuksköterska|tannlege|tandlæge|tandläkare|veterinær|veterinär|sekretær|sekreterare|assistent|medarbeider|medarbeidar|medarbejder|medarbetare|handläggare|samordnare|eier|eigar|ejer|ägare|innehaver|indehaver|innehavare|gründer|grunder|grundlegger|grundlägger|grundare|stifter|formann|formand|ordförande|leverandøransvarlig|montør|montör|elektriker|rørlegger|snekker|tømrer|snickare|sjåfør|fotograf|journalist|redaktør|redaktör|designer|skribent|megler|mægler|mäklare|forvalter|förvaltare|inspektør|inspektör|kontrollør|operatør|operatör|mekaniker|bygger|terapeut|psykolog|farmasøyt|agronom|geolog|biolog|kjemiker|jurist|dommer|representant|spesialist|specialist|ekspert|expert|strateg|produsent|producent|regissør|kurator|bibliotekar|konservator|veileder|rettleiar|vejleder|instruktør|instruktör|trener|tränare|vaktmester|pedel|renholder|kaptein|styrmann|skipper|reder|bestyrer|bestyrar|forstander|föreståndare|prosjektleder|planlegger|planlægger|planerare|saksbehandler|sakshandsamar|sagsbehandler|tillitsvalgt|ordfører|ordførar|rådmann|kommunaldirektør|prest|nestleder|delägare|medeier|partner|VD|daglig|dagleg|verkställande|administrerende|driftsansvarlig|kundansvarig|kokk|kock|kok|baker|bager|bagare|gartner|slakter|smed|murer|maler|malermester|frisør|frisör|vert|vertinne|kapelmester|dirigent|komponist|organist|guide|styremedlem|dykker|vekter|matros|taxator|takstmann|landmåler|båtbygger|gardbrukar|styrer|styrar|arbeider|arbeidar|arbetare|arbejder|behandler|pedagog|pædagog|forlegger|musiker|grafiker|bonde|lantbrukare|landmand|' +
  // German and Dutch
  'leiter|leitung|geschäftsführer|berater|entwickler|ingenieur|kaufmann|kauffrau|inhaber|referent|sachbearbeiter|manager|direktor|vorstand|prokurist|anwalt|anwältin|verkäufer|einkäufer|architekt|arzt|ärztin|dozent|redakteur|mitarbeiter|spezialist|disponent|betreuer|vertreter|gesellschafter|planer|gründer|vorsitzender|vorsitzende|notar|gärtner|tischler|schreiner|bauer|pfleger|beauftragter|beauftragte|fachkraft|sprecher|lehrer|therapeut|apotheker|winzer|verwalter|kassenwart|hauswart|polier|hebamme|iker|ologe|pädagoge|wirt|wirtin|' +
  'directeur|adviseur|medewerker|medewerkster|hoofd|verkoper|inkoper|ontwikkelaar|eigenaar|eigenaresse|oprichter|beheerder|leider|begeleider|consulent|consultant|architect|notaris|advocaat|docent|bestuurder|voorzitter|vertegenwoordiger|verpleegkundige|werkvoorbereider|voorman|monteur|planner|vennoot|zaakvoerder|' +
  // Finnish
  'johtaja|päällikkö|asiantuntija|insinööri|myyjä|ostaja|esimies|sihteeri|koordinaattori|suunnittelija|kehittäjä|arkkitehti|asianajaja|lakimies|yrittäjä|omistaja|perustaja|toimittaja|tutkija|opettaja|vastaava|edustaja|neuvoja|konsultti|mestari|asentaja|hoitaja|lääkäri|hallituksen|puheenjohtaja|ylilääkäri|valmentaja|kouluttaja|emäntä|isäntä|rehtori|assistentti|analyytikko|tuottaja|teknikko|osakas|' +
  // French
  'directrice|responsable|gérant|gérante|président|présidente|ingénieure|ingénieur|commercial|commerciale|conseiller|conseillère|chargé|chargée|consultante|développeur|développeuse|avocat|avocate|architecte|assistante|acheteur|acheteuse|vendeur|vendeuse|technicien|technicienne|fondateur|fondatrice|associé|associée|gestionnaire|coordinateur|coordinatrice|comptable|notaire|médecin|attaché|attachée|délégué|déléguée|secrétaire|rédacteur|rédactrice|adjoint|adjointe|chercheur|chercheuse|graphiste|négociatrice|négociateur|viticulteur|vigneron|vigneronne|artisan|boulanger|menuisier|cheffe|' +
  // Spanish and Portuguese
  'directora|gerente|jefe|jefa|ingeniero|ingeniera|consultor|consultora|asesor|asesora|abogado|abogada|arquitecto|arquitecta|desarrollador|desarrolladora|fundador|fundadora|socio|socia|presidente|presidenta|coordinador|coordinadora|técnico|técnica|encargado|encargada|administrador|administradora|ejecutivo|ejecutiva|propietario|propietaria|vendedor|vendedora|comprador|compradora|delegado|delegada|secretario|secretaria|investigador|investigadora|analista|comercial|enólogo|enóloga|médica|enfermera|profesor|profesora|diretor|consejero|consejera|diretora|gestor|gestora|engenheiro|engenheira|advogado|' +
  // Italian
  'direttore|direttrice|responsabile|amministratore|amministratrice|ingegnere|consulente|avvocato|avvocata|architetto|sviluppatore|sviluppatrice|fondatore|fondatrice|titolare|addetto|addetta|venditore|venditrice|segretario|segretaria|commercialista|tecnico|capo|coordinatore|impiegato|impiegata|notaio|medico|geometra|ricercatore|ricercatrice|agente|enologo|consigliere|consigliera|delegato|delegata|' +
  // English
  'director|engineer|officer|head|lead|leader|president|chief|executive|advisor|adviser|developer|architect|analyst|coordinator|administrator|assistant|associate|founder|cofounder|owner|representative|buyer|purchaser|planner|producer|editor|writer|researcher|scientist|lecturer|teacher|nurse|surgeon|lawyer|solicitor|attorney|counsel|barrister|accountant|auditor|agent|trader|technician|mechanic|electrician|plumber|foreman|supervisor|superintendent|captain|pilot|chair|chairman|chairwoman|chairperson|treasurer|trustee|principal|librarian|strategist|evangelist|recruiter|trainer|coach|therapist|translator|ambassador|marketer|operator|intern|trainee|fellow|broker|curator|realtor|registrar|dean|paramedic|midwife|optician|optometrist|pharmacist|dentist|veterinarian|physicist|chemist|biologist|surveyor|estimator|roaster|brewer|distiller|winemaker|baker|barista|host|receptionist|secretary|clerk|cashier|driver|dispatcher|handler|inspector|tester|hacker|member|ologist|pianist|organist|violinist|journalist|machinist|sommelier|olog|maker|builder|master|fundraiser|organiser|organizer|volunteer|ceo|cto|cfo|coo|cmo|cio|ciso|chro|cco|cpo|cro|vp|evp|svp|avp|md|kam|gm|dg|pdg|drh|dsi|sdr|bdr|cso|cdo'

const JOBS = new Set(ENDINGS.toLowerCase().split('|'))
const INFLECTIONS = ['', 'innen', 'in', 'en', 'a', 'e', 't', 's']

/** Whether a word ends in the name of a job, inflected or not. */
function endsInJob(word: string): boolean {
  const small = word.toLowerCase()
  return INFLECTIONS.some(inflection => {
    if (!small.endsWith(inflection)) return false
    const end = small.length - inflection.length
    for (let start = 0; start < end - 1; start++) {
      if (JOBS.has(small.slice(start, end))) return true
    }
    return false
  })
}
/** These end a longer word only where a job has one letter more than a common name. */
const WHOLE_ONLY =
  /^(?:.+(?:bas|bonde|smed|maler|baker|bager|vert|kok|head|lead|chair|host|capo|chief|vd|md|gm|dg|vp|cio|cto|coo|cso|cdo|cro|cco|cpo|kam|master|maker|wirt|bauer|lege|prest|reder|eier|guide|dean|notar|arzt|murer|daglig|agent|driver|fellow|tester|intern|coach|partner|owner|ceo|cfo|cmo|avp|svp|evp|sdr|bdr|dsi|drh|hoofd|principal|smith|associate|counsel|clerk|skipper|pilot|slakter|mester|dirigent|captain|handler|buyer|writer|editor|bygger|builder|operator|registrar|stifter|medico|tecnico|socio|socia|commercial|comercial|marketer)$)/i
const GLUED =
  /(?:mester|bygger|smed|maler|baker|prest|lege|eier|reder|agent|fellow|partner|coach|skipper|murer|slakter|stifter|buyer|writer|editor|operator|arzt|guide|vert|kok|master|lead|chief|chair|maker|builder|owner|founder|handler|driver)$/i

/** Words that stand in the name of a job beside its last one, and seldom elsewhere. */
const BESIDE =
  /^(?:senior|junior|sr|jr|key|account|regional|global|nordic|deputy|vice|assistant|interim|acting|managing|general|technical|chief|principal|group|area|field|digital|adm|administrerende|daglig|dagleg|verkställande|faglig|teknisk|økonomi|kst|konst|stv|ledende|leitende|leitender|geschäftsführende|geschäftsführender|stellvertretende|stellvertretender|product|project|sales|marketing|business|development|operations|customer|success|human|resources|finance|financial|software|hardware|data|it|hr|qa|r&d|supply|chain|procurement|purchasing|hse|hms|ehs|kvalitet|salg|service|support|solutions|enterprise|commercial|creative|content|communications|export|research|quality|plant|store|office|process|system|systems|security|cloud|full-stack|fullstack|frontend|backend|front-end|back-end|devops|ux|ui|brand|event|events|scrum|board|talent|acquisition|programme|program|portfolio|investment|risk|legal|compliance|tax|training|learning|talent|people|venue|staff|lead|partnerships?|innkjøp|drift|produktion|produksjon|teknik|projekt|prosjekt|försäljning|vertrieb|einkauf|verkauf|of)$/i

/** Ends of the whole word, but for surnames and common words that only look like jobs. */
const NEVER =
  /^(?:art|arts|konto|rundvert|kontor|telefonvert|kantoor|hovedkontor|facebook|kandidat|begrunder|kommercial|international\p{L}*|national\p{L}*|commercial|mister|forgrunnen|september|rabatter|wert\p{L}*|kantor|bakery|baker|bager|master|smed|maler|murer|skipper|bonde|bauer|meister|notar|kok|kock|kokk|vert|wirt|reder|arzt|dean|fellow|guide|chair|host|lead|prest|kommersiell)$/iu

/**
 * Whether a word says that this is a job: `2` where it is one by itself, `1` where it often stands
 * beside one, `0` for any other word.
 */
export function titleWeight(word: string): 0 | 1 | 2 {
  const bare = word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  if (bare.length < 2 || bare.length > 40 || word.endsWith('-')) return 0
  if (BESIDE.test(bare)) return 1
  if (/^(?:dir|ing|mgr|rep)$/i.test(bare) && word.endsWith('.')) return 2
  if (NEVER.test(bare)) return 1
  const parts = bare.split(/[-/]/)
  return parts.some(isJob) ? 2 : 0
}

function isJob(word: string): boolean {
  if (word.length < 2 || !endsInJob(word)) return false
  return !WHOLE_ONLY.test(word) || (GLUED.test(word) && word.length > 6)
}
