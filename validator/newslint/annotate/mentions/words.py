"""Words that tell people from bodies and titles from names. All in lower case unless they are only ever written with a capital.

Hand-picked from the ordinary vocabulary of news; nothing here names anybody.
"""

from __future__ import annotations

#: forms of address: never part of a job, always before a name
ADDRESS = frozenset(
    """
    mr mrs ms miss mx dr sir dame lord lady rev reverend madam messrs mme m mlle prof professor st saint sheikh sheik imam rabbi fr father
    sister brother
    """.split()
)
MALE = frozenset(
    """
    mr sir lord king prince emperor father brother congressman chairman spokesman businessman policeman fireman sultan emir pope sheikh
    sheik imam baron duke earl count husband son actor tsar
    """.split()
)
FEMALE = frozenset(
    """
    mrs ms miss dame lady queen princess empress sister congresswoman chairwoman spokeswoman businesswoman policewoman mme mlle madam
    actress wife daughter duchess baroness countess mother widow
    """.split()
)

#: ranks, whole and shortened (without the full stop)
RANKS = frozenset(
    """
    gen lt col maj capt cpl sgt pvt adm cmdr brig insp supt det ssgt lcpl
    general lieutenant colonel major captain corporal sergeant private admiral commander brigadier marshal inspector superintendent
    detective constable commodore ensign
    """.split()
)
SHORT_TITLES = frozenset("sen rep gov vp pres amb dep pm fm rev hon asst cllr".split())

#: nouns that say what somebody is or does: the head of a title
JOBS = (
    frozenset(
        """
    president premier minister secretary chancellor governor mayor senator congressman congresswoman representative lawmaker legislator
    deputy mp mep councillor councilman councilwoman alderman delegate ambassador envoy diplomat consul commissioner commissar treasurer
    spokesman spokeswoman spokesperson chairman chairwoman chairperson chair speaker leader chief head director manager executive ceo cfo
    coo cto founder co-founder cofounder owner boss administrator coordinator organizer organiser supervisor superintendent principal
    headteacher dean rector provost chief-of-staff adviser advisor aide strategist consultant counsel counselor counsellor attorney lawyer
    solicitor barrister prosecutor judge justice magistrate sheriff ombudsman ombudswoman regulator inspector auditor detective officer
    constable commander general colonel major captain lieutenant sergeant corporal admiral marshal brigadier soldier veteran pilot king
    queen prince princess emperor empress emir sultan sheikh monarch duke duchess pope pontiff patriarch cardinal archbishop bishop priest
    pastor imam rabbi ayatollah cleric mufti professor lecturer teacher researcher scientist academic scholar historian economist analyst
    expert specialist fellow student graduate doctor physician surgeon nurse psychologist psychiatrist engineer architect author writer
    novelist poet journalist reporter correspondent columnist editor broadcaster presenter anchor blogger publisher photographer artist
    actor actress singer musician rapper composer conductor filmmaker producer screenwriter comedian dancer designer model athlete player
    striker midfielder defender goalkeeper footballer coach trainer golfer boxer driver referee activist campaigner dissident protester
    candidate nominee frontrunner contender challenger incumbent politician statesman strongman dictator ruler warlord militant gunman
    suspect victim survivor resident witness neighbour neighbor businessman businesswoman entrepreneur investor billionaire tycoon oligarch
    magnate banker trader farmer worker employee member official negotiator mediator rapporteur operative lobbyist donor pollster
    whistleblower contractor astronaut cosmonaut curator librarian registrar clerk wife husband widow son daughter brother sister father
    mother nephew niece cousin uncle aunt friend lady gentleman successor predecessor taoiseach tánaiste tanaiste premiership holder hopeful
    undersecretary under-secretary under-secretary-general undersecretary-general commissioner-general secretary-general director-general governor-general vice-president vice-chancellor vice-chair
    vice-chairman vice-premier commander-in-chief editor-in-chief attorney-general prosecutor-general lieutenant-general major-general
    brigadier-general solicitor-general president-elect mayor-elect governor-elect chancellor-designate minister-designate chieftain
    convener convenor spymaster whip policymaker bureaucrat head-teacher vicar chaplain abbot nun monk coroner pathologist firefighter paramedic
    investigator broker developer landlord chef undersheriff harbourmaster harbormaster headmaster headmistress comptroller matron midwife brewer
    prior prioress postmaster stationmaster master skipper warden bursar umpire archivist choreographer playwright accountant planner
    second-in-command
    """.split()
    )
    | SHORT_TITLES
    | RANKS
)

#: kinship: says who somebody is, never an office
KIN = frozenset(
    """
    wife husband widow son daughter brother sister father mother nephew niece cousin uncle aunt friend neighbour neighbor
    """.split()
)

#: what may stand before a job and changes its time or its weight
FORMER = frozenset("former ex ex- onetime one-time erstwhile late retired ousted deposed sometime".split())
THEN = frozenset(["then", "then-"])
MODIFIERS = (
    FORMER
    | THEN
    | frozenset(
        """
    acting interim caretaker outgoing incoming designate elect current new newly-elected re-elected reelected longtime long-time veteran
    first second deputy vice assistant associate senior junior lead chief top leading prominent shadow
    """.split()
    )
)

#: lower-case words that may stand between a country or a body and the job ("Turkish foreign minister", "human rights lawyer")
DESCRIBES = frozenset(
    """
    artistic clinical commanding creative nursing operations technical veterinary policy agricultural armed armies arts care change chiefs commerce communities competition ecology economics emergencies emergency employment
    enlargement enterprise farm farming finances grand homeland humanitarian joint law main occupied paramount peace peacekeeping pensions
    protection refugee refugees region reintegration republic situations sovereign spy strategic temporarily territories transformation
    unification urban veterans war work
    foreign prime interior finance defence defense economy economic justice health education trade labour labor agriculture energy
    environment culture home external internal national international federal state regional local provincial municipal city county district
    village town central general global human rights civil public private political military naval army navy air force police security
    intelligence opposition ruling majority minority republican democratic democrat conservative liberal socialist communist green centrist
    nationalist populist independent left-wing right-wing far-right far-left centre-right centre-left pro-kremlin pro-western islamist shia
    shiite sunni catholic orthodox anglican protestant jewish muslim christian evangelical party house senate parliamentary presidential
    royal crown supreme court constitutional high cabinet government white bank investment sales marketing communications press media news
    technology science research university college school hospital medical fire rescue emergency disaster relief aid climate weather
    transport transportation infrastructure digital industry immigration migration social affairs welfare development housing planning tax
    budget business oil gas nuclear executive managing operating financial legal criminal family trial special permanent staff football
    soccer basketball cricket rugby tennis team club film movie tv television radio music pop rock folk fashion food travel sports sport
    billionaire millionaire veteran award-winning nobel prize-winning outspoken popular controversial fellow long-serving self-styled
    self-proclaimed pro-russian russian-installed russian-backed us-backed saudi-led iran-backed country's nation's group's company's city's
    state's party's own top senior lead chief deputy vice assistant associate junior acting interim former ex then late retired outgoing
    incoming new current first second third and
    """.split()
)

#: heads of the names of bodies
BODIES = frozenset(
    """
    ministry department office agency administration authority bureau commission committee council court tribunal parliament senate congress
    assembly duma rada knesset bundestag sejm cabinet government union federation confederation association league organisation organization
    society institute institution foundation fund trust bank reserve exchange university college school academy hospital church synagogue
    mosque cathedral diocese museum library theatre theater party front movement coalition alliance brigade army navy corps force forces
    guard police troops battalion regiment division command group company corporation corp inc ltd llc plc co gmbh ag holdings partners
    associates airlines airways motors industries systems technologies energy petroleum steel news times post journal tribune herald
    telegraph guardian gazette chronicle press network broadcasting television radio magazine club united fc team center centre laboratory
    laboratories observatory board chamber service services secretariat treasury registry initiative project campaign forum summit
    conference convention hotel airport stadium station prison detention port house
    """.split()
)

#: capitalised words that belong to no personal name
NOT_NAMES = BODIES | frozenset(
    """
    street avenue road square lane boulevard highway bridge tower building hall park garden gardens river lake sea ocean bay gulf strait
    island islands mountain mount mountains valley desert forest beach coast canal creek falls county city town village province region
    district oblast republic kingdom empire states state north south east west northern southern eastern western central middle upper lower
    war treaty accord agreement act bill law amendment constitution protocol resolution plan deal day week month year anniversary festival
    games cup championship olympics award awards prize medal show report review survey index journal operation missile rocket tank christmas
    easter ramadan hanukkah thanksgiving monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec
    republicans democrats conservatives liberals republican democrat democratic conservative labour tory tories gop catholic muslim jewish
    christian islamic orthodox protestant sunni shia hindu buddhist arab european african asian american internet web wi-fi tv radio covid
    pandemic english french german spanish russian chinese arabic god allah jesus bible koran quran pentagon
    """.split()
)

#: words that open a sentence with a capital and are no name
STARTERS = frozenset(
    """
    the a an in on at he she it they we i you but and or so yet as if when while after before since although though this that these those
    there here his her its their our my your what who whom whose why how where for from with without by to then also however meanwhile still
    now some many most one two three four five six seven eight nine ten both all each every no not nor only even just once until unlike like
    under over about above below between among amid against across during despite because instead last next first second third earlier later
    today yesterday tomorrow tonight recently asked according speaking writing referring citing given based following including such other
    others another more less much few several none nothing something everyone everything anyone nobody someone people officials experts
    critics supporters residents police reporters reuters ap afp well yes okay let never ever always often sometimes perhaps maybe indeed
    moreover furthermore nonetheless nevertheless thus hence therefore again than too very is are was were be been has have had do does did
    can could will would should may might must say says said told don't doesn't didn't isn't it's that's there's he's she's they're we're
    i'm you're what's who's hours days weeks months years whether which whatever whoever whenever wherever along around near inside outside
    within beyond upon toward towards through throughout up down out off back away together ahead apart get go come see look take make think
    know want need use find give tell ask work seem feel try leave call keep run hold bring happen write sit stand lose pay meet set learn
    lead watch follow stop create speak read spend grow open walk win teach offer remember consider appear buy serve die send build stay
    fall cut reach kill raise pass sell decide return explain hope develop carry break receive agree support hit produce eat cover catch
    draw choose breaking exclusive update updated video photo photos image images file editor editing reporting additional source sources
    related listen subscribe share click advertisement sponsored opinion analysis live latest good bad big small old new great best worst
    long short high low right left early late young being having going doing saying getting making taking
    """.split()
)

#: verbs of speech next to a name: a person (or a body) speaks there
SPEECH = frozenset(
    """
    said says told tells added adds wrote writes tweeted asked asks replied argued argues warned warns noted notes insisted insists
    explained explains recalled recalls stated declared announced testified claimed claims admitted denied confirmed acknowledged conceded
    concluded continued stressed emphasised emphasized suggested complained joked quipped lamented posted commented responded answered
    """.split()
)
