/* Every word that the page says, twice. Names of titles, authors and subjects are the catalogue's own. */

const nl = {
  skip: 'Naar de inhoud',
  ways: 'Hoofdmenu',
  otherLanguage: 'English',
  demo: 'De titels zijn echt, het lenen is gesimuleerd.',
  foot: 'Leeswijzer telt lezers bij elkaar op. Wat maar een enkeling leende, krijgt niemand te zien.',
  library: 'Bibliotheek',
  allLibraries: 'Alle bibliotheken',
  searchLabel: 'Zoek in de catalogus',
  searchHint: 'Titel of auteur',
  myList: 'Mijn lijst',
  inList: (count) => (count === 1 ? '1 titel op je lijst' : `${count} titels op je lijst`),
  loading: 'Even geduld…',

  startHeading: 'Wat lees je hierna?',
  startLead:
    'Zoek iets wat je mooi vond. Je ziet wat andere lezers er ook bij leenden, wat erop lijkt, en waarom het daar staat.',
  startTopics: 'Of begin met een onderwerp',
  seeAll: 'Toon alles',
  about: (topic) => ` over ${topic}`,

  resultsHeading: (q) => `Gevonden voor “${q}”`,
  found: (count, isCut) => {
    if (isCut) {
      return `De eerste ${count} titels`;
    }
    return count === 1 ? '1 titel' : `${count} titels`;
  },
  noneFound: 'Niets gevonden',
  noneFoundHelp: 'Probeer minder woorden, alleen een achternaam, of het begin van een woord.',
  elsewhere: 'Zoek in alle bibliotheken',
  showMore: 'Toon meer',

  by: (authors) => `van ${authors}`,
  readers: (bucket) => `${bucket} lezers leenden dit`,
  both: (bucket) => `${bucket} lezers leenden beide`,
  year: 'Jaar',
  language: 'Taal',
  medium: 'Soort',
  audience: 'Voor',
  series: 'Reeks',
  subjects: 'Onderwerpen',
  heldBy: 'Te leen bij',
  copies: 'Op dit moment',
  available: 'Op de plank',
  lent: 'Uitgeleend',
  isbn: 'ISBN',
  media: {
    book: 'Boek', film: 'Film', music: 'Muziek', game: 'Spel', audiobook: 'Luisterboek', ebook: 'E-boek',
    periodical: 'Tijdschrift', other: 'Anders',
  },
  audiences: { adult: 'Volwassenen', 'young adult': 'Jongeren', children: 'Kinderen' },
  undescribed: 'Van deze titel kennen we alleen het nummer. De beschrijving komt nog.',

  modesLabel: 'Hoe ver mag het gaan?',
  modes: { close: 'Dichtbij', balanced: 'Gewoon', discover: 'Ontdekken' },
  loansHeading: 'Lezers leenden ook',
  loansNote: 'Vaak geleend door dezelfde lezers',
  loansTogether: 'Geteld over alle bibliotheken samen',
  noLoans: 'Nog te weinig lezers leenden hier hetzelfde bij. Dan tonen we liever niets.',
  kinHeading: 'Meer zoals dit',
  kinNote: 'Door de catalogus net zo beschreven',
  noKin: 'De catalogus beschrijft verder niets dat hierop lijkt.',

  add: 'Zet op mijn lijst',
  remove: 'Haal van mijn lijst',
  onList: (title) => `${title}: op mijn lijst`,
  added: (title) => `${title} staat op je lijst`,
  removed: (title) => `${title} is van je lijst gehaald`,
  listFull: (most) => `Je lijst is vol: er passen ${most} titels op.`,
  listPrivate:
    'Deze lijst staat alleen in deze browser. Voor de tips hieronder gaan de titels naar de catalogus, die ze niet bewaart.',
  listEmpty: 'Er staat nog niets op je lijst',
  listEmptyHelp: 'Zet met het lintje bij een titel iets op je lijst, en je krijgt tips die bij de hele lijst passen.',
  toStart: 'Zoek iets moois',
  clear: 'Maak mijn lijst leeg',
  cleared: 'Je lijst is leeg.',
  putBack: 'Zet alles terug',
  forList: 'Voor jouw lijst',
  forListNote: 'Past bij wat je hierboven verzamelde',
  unknown: (count) =>
    count === 1 ? '1 titel van je lijst is hier niet bekend.' : `${count} titels van je lijst zijn hier niet bekend.`,

  problems: {
    'unknown-title': ['Deze titel kennen we hier niet', 'Misschien staat hij niet meer in de catalogus, of klopt de link niet.'],
    'unknown-library': ['Deze bibliotheek kennen we niet', 'Kies een andere, of kijk in alle bibliotheken.'],
    'bad-request': ['Dit kunnen we niet opzoeken', 'Er klopt iets niet aan het adres van deze pagina. Zoek opnieuw.'],
    offline: ['Geen verbinding', 'De catalogus is nu niet te bereiken. Kijk of je internet het doet en probeer het opnieuw.'],
    server: ['Er ging iets mis', 'Dat ligt aan ons en niet aan jou. Probeer het over een minuut nog eens.'],
  },
  opinions: { notForMe: 'niks voor mij', alreadyRead: 'al gelezen', good: 'goede tip' },
  opinionOf: (title) => `Wat vind je van de tip ${title}?`,
  opinionHeard: 'Dank je, dat helpt ook andere lezers.',
  opinionLeft: (title) => `${title} krijg je niet meer als tip.`,
  opinionProblem: 'Dat kwam niet door. Probeer het zo nog eens.',
  noneLeft: 'Hier staat niets meer. Een volgende keer is er iets anders.',
  opinionsPrivate:
    'Wat je van tips vond, hoort bij een willekeurig nummer dat alleen in deze browser staat, niet bij jou of je pas.',
  forgetOpinions: 'Vergeet wat ik van tips vond',
  opinionsForgotten: 'Vergeten: deze browser begint opnieuw.',
  shelfProblem: 'Deze plank kwam niet door.',
  again: 'Probeer opnieuw',
};

const en = {
  skip: 'Skip to content',
  ways: 'Main menu',
  otherLanguage: 'Nederlands',
  demo: 'The titles are real, the borrowing is simulated.',
  foot: 'Leeswijzer adds readers up. What only a few have borrowed is shown to nobody.',
  library: 'Library',
  allLibraries: 'All libraries',
  searchLabel: 'Search the catalogue',
  searchHint: 'Title or author',
  myList: 'My list',
  inList: (count) => (count === 1 ? '1 title on your list' : `${count} titles on your list`),
  loading: 'One moment…',

  startHeading: 'What will you read next?',
  startLead:
    'Search for something you loved. You will see what other readers borrowed as well, what is like it, and why it is there.',
  startTopics: 'Or start with a subject',
  seeAll: 'Show all',
  about: (topic) => ` about ${topic}`,

  resultsHeading: (q) => `Found for “${q}”`,
  found: (count, isCut) => {
    if (isCut) {
      return `The first ${count} titles`;
    }
    return count === 1 ? '1 title' : `${count} titles`;
  },
  noneFound: 'Nothing found',
  noneFoundHelp: 'Try fewer words, just a surname, or the beginning of a word.',
  elsewhere: 'Search all libraries',
  showMore: 'Show more',

  by: (authors) => `by ${authors}`,
  readers: (bucket) => `Borrowed by ${bucket} readers`,
  both: (bucket) => `${bucket} readers borrowed both`,
  year: 'Year',
  language: 'Language',
  medium: 'Kind',
  audience: 'For',
  series: 'Series',
  subjects: 'Subjects',
  heldBy: 'Borrow it from',
  copies: 'Right now',
  available: 'On the shelf',
  lent: 'On loan',
  isbn: 'ISBN',
  media: {
    book: 'Book', film: 'Film', music: 'Music', game: 'Game', audiobook: 'Audiobook', ebook: 'E-book',
    periodical: 'Magazine', other: 'Other',
  },
  audiences: { adult: 'Adults', 'young adult': 'Young adults', children: 'Children' },
  undescribed: 'Of this title we know only the number. Its description is still to come.',

  modesLabel: 'How far afield?',
  modes: { close: 'Close', balanced: 'Usual', discover: 'Discover' },
  loansHeading: 'Readers also borrowed',
  loansNote: 'Often borrowed by the same readers',
  loansTogether: 'Counted over all libraries together',
  noLoans: 'Too few readers here borrowed the same things as well. Then we would rather show nothing.',
  kinHeading: 'More like this',
  kinNote: 'Described alike by the catalogue',
  noKin: 'The catalogue describes nothing else that is like this.',

  add: 'Add to my list',
  remove: 'Take off my list',
  onList: (title) => `${title}: on my list`,
  added: (title) => `${title} is on your list`,
  removed: (title) => `${title} is off your list`,
  listFull: (most) => `Your list is full: it holds ${most} titles.`,
  listPrivate:
    'This list stays in this browser. For the suggestions below its titles go to the catalogue, which does not keep them.',
  listEmpty: 'Nothing on your list yet',
  listEmptyHelp: 'Use the ribbon at a title to put it on your list, and get suggestions that go with the whole list.',
  toStart: 'Find something good',
  clear: 'Empty my list',
  cleared: 'Your list is empty.',
  putBack: 'Put everything back',
  forList: 'For your list',
  forListNote: 'Goes with what you gathered above',
  unknown: (count) =>
    count === 1 ? '1 title of your list is not known here.' : `${count} titles of your list are not known here.`,

  problems: {
    'unknown-title': ['We do not know this title here', 'It may have left the catalogue, or the link is not right.'],
    'unknown-library': ['We do not know this library', 'Choose another one, or look in all libraries.'],
    'bad-request': ['We cannot look this up', 'Something is wrong with the address of this page. Search again.'],
    offline: ['No connection', 'The catalogue cannot be reached. See whether your internet works, and try again.'],
    server: ['Something went wrong', 'It is our fault, not yours. Try again in a minute.'],
  },
  opinions: { notForMe: 'not for me', alreadyRead: 'already read', good: 'good suggestion' },
  opinionOf: (title) => `What do you think of the suggestion ${title}?`,
  opinionHeard: 'Thank you, that helps other readers too.',
  opinionLeft: (title) => `${title} will not be suggested to you again.`,
  opinionProblem: 'That did not arrive. Try again in a moment.',
  noneLeft: 'Nothing is left here. There will be something else next time.',
  opinionsPrivate:
    'What you think of suggestions goes with a random number that is in this browser alone, not with you or your card.',
  forgetOpinions: 'Forget what I think of suggestions',
  opinionsForgotten: 'Forgotten: this browser begins anew.',
  shelfProblem: 'This shelf did not arrive.',
  again: 'Try again',
};

export const TEXTS = { nl, en };
