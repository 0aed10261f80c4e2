/** Shown with the election: what the pages in `necSources` say, and what they do not. */
export const necNotes: readonly string[] = [
  'This is not the full ballot paper. The pages we read name 31 people; there were at least 34 candidates.',
  'The ballot paper’s own order is not known to us, so candidates are listed A to Z by surname.',
  'Three of the names are unconfirmed: we found no page that puts Katherine Foy, Mark McDonald or Ahmad Wattoo on the final ballot.',
  'Elected, A to Z: Luke Akehurst, Johanna Baxter, Ann Black, Gemma Bolton, Yasmine Dar, Nadia Jama, Gurinder Singh Josan, Laura Pidcock and Mish Rahman. The order in which they were elected is not known to us. Ann Henderson was the runner-up.',
  'There were 129,549 valid votes. We worked this out from the published quota of 12,954.9, which was a tenth of them.',
  'First preferences by slate, worked out from published figures: Grassroots Voice 37.5%, Labour to Win 31.4%, Open Labour 8.5%, all others 22.6%. First preferences for each candidate are not known to us.',
  'The real ballots are not public. Every sample turnout here is made of made-up voters; how strong each candidate is in it is made up too.',
  'There was a rule that at least four of those elected should be women. We do not know how it would have worked in the count, and it is not applied here.',
  'Each candidate is shown on the slate they stood on. Labour to Win also recommended Ann Black, Theresa Griffin and Paula Sherriff; the Labour Left Alliance also recommended Cameron Mitchell and then the six of Grassroots Voice. John Wiseman, on no slate here, was backed by the United Left in Unite.',
  'Grassroots Voice used six regional orders, which we have not found. Labour to Win and Open Labour published no order. The A to Z orders offered here are ours, not theirs.',
  'Carol Taylor Spedding is also printed as Carol Taylor-Spedding and Carol Spedding-Taylor.',
];

export const necSources: readonly string[] = [
  'https://labourlist.org/2020/11/labour-national-executive-committee-election-results-released/',
  'https://labourlist.org/2020/11/how-the-labour-left-won-a-majority-of-member-reps-in-the-nec-elections/',
  'https://www.twunroll.com/article/1327602969756491776',
  'https://labourlist.org/2020/09/labour-left-wins-most-backing-as-nominations-close-in-nec-elections/',
  'http://lukeakehurst.blogspot.com/2020/09/?m=0',
  'https://labourlist.org/2020/07/labour-to-win-unveils-pluralistic-set-of-nec-candidate-recommendations/',
  'https://labourlist.org/2020/07/labour-left-groups-agree-single-nec-slate-of-six-clp-rep-candidates-without-lansman',
  'https://labourlist.org/2020/08/rolling-list-clp-nominations-of-labour-nec-local-party-rep-candidates/',
  'https://labourleft.org/?p=2617',
  'https://www.unitedleft.org.uk/2020-elections-for-the-labour-party-nec-begin-in-the-next-couple-of-days/',
  'https://www.dontleaveorganise.org/2020/08/20/build-clp-nominations-for-the-grassrootsvoice-six/',
  'https://ksaplayers.com/Ksahome/NewsDetial/?nid=22242737',
  'https://twtext.com/article/1310967275814621188',
  'http://www.suffolkcoastallabour.org.uk/resources/members/nec-elections-2020/',
  'https://labourlist.org/2022/02/ann-henderson-set-to-join-labour-nec-after-laura-pidcock-resignation',
  'https://labourlist.org/2022/03/open-labour-releases-candidate-ballot-results-ahead-of-internal-party-elections',
  'https://labourlist.org/2022/03/soft-left-group-open-labour-unveils-candidates-for-internal-party-elections/',
];
