import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { socialPage } from './social.ts'

const LINKEDIN = 'https://www.linkedin.com'

describe('a single person', () => {
  test.each([
    ['https://www.linkedin.com/in/sample-person', `${LINKEDIN}/in/sample-person`],
    ['https://www.linkedin.com/in/sample-person/', `${LINKEDIN}/in/sample-person`],
    ['https://linkedin.com/in/sample-person-40b7e2', `${LINKEDIN}/in/sample-person-40b7e2`],
    ['http://no.linkedin.com/in/sample-person?trk=people-guest', `${LINKEDIN}/in/sample-person`],
    ['https://de.linkedin.com/in/sample-person/en', `${LINKEDIN}/in/sample-person`],
    ['https://uk.linkedin.com/pub/sample-person/1/a23/4b5', `${LINKEDIN}/pub/sample-person`],
    ['https://m.linkedin.com/in/sample-person#top', `${LINKEDIN}/in/sample-person`],
    ['https://www.linkedin.com/mwlite/in/sample-person', `${LINKEDIN}/in/sample-person`],
    ['https://www.linkedin.com/comm/in/sample-person', `${LINKEDIN}/in/sample-person`],
    ['https://www.LinkedIn.com./IN/Sample-Person/', `${LINKEDIN}/in/Sample-Person`],
    ['https://www.linkedin.com:8443/in/sample-person', `${LINKEDIN}/in/sample-person`],
    ['https://www.linkedin.com/%69n/sample%2Dperson', `${LINKEDIN}/in/sample-person`],
    ['https://www.linkedin.com/in/s%C3%A6mple', `${LINKEDIN}/in/s%C3%A6mple`],
    ['https://www.linkedin.com/in/friends', `${LINKEDIN}/in/friends`],
    ['https://www.linkedin.com/in/sample/details/experience/', `${LINKEDIN}/in/sample`],
    ['https://www.linkedin.com/in/sample/overlay/contact-info/', `${LINKEDIN}/in/sample`],
    ['https://www.linkedin.com/in/sample?miniProfileUrn=urn%3Ali%3A1', `${LINKEDIN}/in/sample`],
    ['view-source:https://www.linkedin.com/in/sample', `${LINKEDIN}/in/sample`],
    ['about:reader?url=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fsample', `${LINKEDIN}/in/sample`],
    ['https://www.facebook.com/sample.person', 'https://www.facebook.com/sample.person'],
    ['https://m.facebook.com/sample.person?mibextid=1', 'https://www.facebook.com/sample.person'],
    ['https://nb-no.facebook.com/sample.person/about', 'https://www.facebook.com/sample.person'],
    ['https://web.facebook.com/sample.person/photos', 'https://www.facebook.com/sample.person'],
    [
      'https://mbasic.facebook.com/profile.php?id=100',
      'https://www.facebook.com/profile.php?id=100',
    ],
    [
      'https://www.facebook.com/profile.php?id=100&sk=about',
      'https://www.facebook.com/profile.php?id=100',
    ],
    [
      'https://www.facebook.com/people/Sample-P/100/',
      'https://www.facebook.com/people/Sample-P/100',
    ],
    ['https://www.instagram.com/sample_person/', 'https://www.instagram.com/sample_person'],
    ['https://instagram.com/_u/sample.person', 'https://www.instagram.com/sample.person'],
    ['https://www.instagram.com/sample/tagged/?hl=nb', 'https://www.instagram.com/sample'],
    ['https://x.com/sample', 'https://x.com/sample'],
    ['https://x.com/@sample', 'https://x.com/sample'],
    ['https://mobile.twitter.com/Sample/with_replies?s=20', 'https://x.com/Sample'],
    ['https://twitter.com/sample/media', 'https://x.com/sample'],
    ['https://www.xing.com/profile/Sample_Person', 'https://www.xing.com/profile/Sample_Person'],
    ['https://xing.com/profile/Sample_Person/cv', 'https://www.xing.com/profile/Sample_Person'],
    ['https://www.xing.com/app/profile/Sample_P2', 'https://www.xing.com/profile/Sample_P2'],
  ])('%s', (address, profile) =>
    expect(socialPage(address)).toEqual({ is: 'person', address: profile }),
  )
})

describe('a list of people', () => {
  test.each([
    'https://www.linkedin.com/mynetwork/',
    'https://www.linkedin.com/mynetwork/invite-connect/connections/',
    'https://www.linkedin.com/mynetwork/network-manager/people-follow/followers/',
    'https://www.linkedin.com/MyNetwork/Invitation-Manager/',
    'https://www.linkedin.com/connections',
    'https://no.linkedin.com/in/sample-person/connections',
    'https://www.linkedin.com/in/sample/followers?x=1',
    'https://www.linkedin.com/in/sample/%63onnections',
    'https://www.linkedin.com/in/sample/%2563onnections',
    'https://www.linkedin.com/in/sample/mutual',
    'https://www.linkedin.com/in/sample/details/recommendations',
    'https://www.linkedin.com/in/sample#/connections',
    'https://www.linkedin.com/search/results/people/?keywords=x',
    'https://www.linkedin.com/search/results/all/?keywords=x',
    'https://www.linkedin.com/groups/123/',
    'https://www.linkedin.com/groups/123/members/',
    'https://www.linkedin.com/company/example/people/',
    'https://www.linkedin.com/school/example/alumni/',
    'https://www.linkedin.com/events/123/attendees/',
    'https://www.linkedin.com/pub/dir/Sample/Person',
    'https://www.linkedin.com/directory/people-a/',
    'https://www.linkedin.com/sales/search/people?q=x',
    'https://www.linkedin.com/sales/lists/people/1',
    'https://www.linkedin.com/talent/search',
    'https://www.linkedin.com/me/profile-views/',
    'https://www.linkedin.com/analytics/profile-views/',
    'https://touch.linkedin.com/#connections',
    'https://LINKEDIN.com.//mynetwork//',
    'view-source:https://www.linkedin.com/mynetwork/',
    'https://www.facebook.com/friends',
    'https://www.facebook.com/friends/list?profile_id=1',
    'https://www.facebook.com/sample.person/friends',
    'https://www.facebook.com/sample.person/friends_mutual',
    'https://www.facebook.com/sample.person/friends_all/',
    'https://m.facebook.com/sample.person?v=friends',
    'https://www.facebook.com/profile.php?id=100&sk=friends_mutual',
    'https://www.facebook.com/profile.php?sk=followers&id=100',
    'https://www.facebook.com/people/Sample-P/100/following',
    'https://www.facebook.com/search/people/?q=x',
    'https://www.facebook.com/search.php?q=x',
    'https://www.facebook.com/groups/123',
    'https://nb-no.facebook.com/groups/123/members',
    'https://www.facebook.com/ufi/reaction/profile/browser/reactions',
    'https://www.instagram.com/sample/followers/',
    'https://www.instagram.com/sample/following/?hl=nb',
    'https://www.instagram.com/sample/followers/mutualOnly',
    'https://www.instagram.com/explore/people/',
    'https://www.instagram.com/p/ABC/liked_by/',
    'https://www.instagram.com/accounts/close_friends/',
    'https://x.com/sample/followers',
    'https://x.com/sample/verified_followers',
    'https://x.com/sample/followers_you_follow',
    'https://mobile.twitter.com/sample/following',
    'https://twitter.com/search?q=x&f=user',
    'https://x.com/i/connect_people',
    'https://x.com/i/lists/12/members',
    'https://x.com/sample/lists',
    'https://x.com/sample/status/1/likes',
    'https://x.com/sample/status/1/retweets',
    'https://x.com/i/communities/12',
    'https://twitter.com/#!/sample/followers',
    'https://www.xing.com/contacts',
    'https://www.xing.com/network/contacts',
    'https://www.xing.com/profile/Sample_Person/contacts',
    'https://www.xing.com/search/members?keywords=x',
    'https://www.xing.com/communities/groups/example/members',
    'https://www.xing.com/pages/example/employees',
    'https://www.linkedіn.com/mynetwork/',
    'https://business.facebook.com/friends',
    'https://www.tiktok.com/@sample/following',
    'https://bsky.app/profile/sample.example/followers',
    'https://vk.com/friends',
  ])('%s', address => expect(socialPage(address)).toEqual({ is: 'people' }))
})

describe('another page of a network', () => {
  test.each([
    'https://www.linkedin.com/',
    'https://www.linkedin.com/feed/',
    'https://www.linkedin.com/in/',
    'https://www.linkedin.com/in/me/',
    'https://www.linkedin.com/in/sample/something-new',
    'https://www.linkedin.com/company/example',
    'https://www.linkedin.com/jobs/view/1',
    'https://www.linkedin.com/messaging/thread/1/',
    'https://www.linkedin.com/profile/view?id=1',
    'https://developers.linkedin.com/in/sample',
    'https://lnkd.in/abc',
    'https://www.facebook.com/',
    'https://www.facebook.com/profile.php',
    'https://www.facebook.com/profile.php?id=x',
    'https://www.facebook.com/marketplace/item/1',
    'https://www.facebook.com/watch',
    'https://business.facebook.com/sample.person',
    'https://fb.me/sample',
    'https://www.instagram.com/',
    'https://www.instagram.com/p/ABC/',
    'https://www.instagram.com/reel/ABC/',
    'https://www.instagram.com/direct/inbox/',
    'https://x.com/home',
    'https://x.com/i/flow/login',
    'https://x.com/sample/status/1',
    'https://x.com/a-name-that-none-has',
    'https://www.xing.com/jobs/1',
    'https://www.xing.com/pages/example',
    'https://www.linkedіn.com/in/sample',
    'https://fаcebook.com/sample',
    'https://www.tiktok.com/@sample',
    'https://www.linkedin.com/in/%E0%A4%A/x',
  ])('%s', address => expect(socialPage(address)).toEqual({ is: 'other' }))
})

describe('no page of a network', () => {
  test.each([
    'https://example.com/in/sample',
    'https://linkedin.com.evil.example/in/sample',
    'https://evil-linkedin.com/mynetwork',
    'https://linkedin.com@example.com/in/sample',
    'https://example.com/?url=https://www.linkedin.com/in/sample',
    'about:blank',
    'about:reader?url=javascript:1',
    'file:///home/sample/linkedin.com/in/sample.html',
    'javascript:alert(1)',
    'linkedin.com/in/sample',
    'https://',
    '',
  ])('%s', address => expect(socialPage(address)).toBeUndefined())
})

const host = fc.constantFrom(
  ...['www.linkedin.com', 'no.linkedin.com', 'm.facebook.com', 'www.instagram.com'],
  ...['x.com', 'mobile.twitter.com', 'www.xing.com', 'www.tiktok.com'],
)

test('whatever the address, nothing is thrown', () => {
  fc.assert(fc.property(fc.string(), text => void socialPage(text)))
  fc.assert(
    fc.property(host, fc.string(), (name, rest) => {
      expect(socialPage(`https://${name}/${rest.replace(/[\t\n\r]/g, '')}`)).toBeDefined()
    }),
  )
})

const letters = fc.stringMatching(/^[a-z]{2,14}$/)
const listWord = fc.constantFrom(
  'connections',
  'followers',
  'following',
  'friends',
  'members',
  'search',
)

/** Some letters of a text percent-encoded, as any browser would show it again. */
const encodedSome = (text: string, which: readonly boolean[]) =>
  Array.from(text, (letter, at) =>
    which[at % which.length] ? `%${letter.charCodeAt(0).toString(16)}` : letter,
  ).join('')

test('a list below anybody stays one, however it is written', () => {
  const some = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(
      host,
      fc.array(letters),
      listWord,
      some,
      fc.boolean(),
      (name, parts, word, how, up) => {
        const written = encodedSome(up ? word.toUpperCase() : word, how)
        const address = `https://${name}/${['in', 'sample', ...parts, written].join('/')}`
        expect(socialPage(address)).toEqual({ is: 'people' })
      },
    ),
  )
})

test('the address of a person is one of the same person', () => {
  const path = fc.constantFrom(
    'linkedin.com/in/',
    'facebook.com/sample',
    'x.com/s',
    'xing.com/profile/',
  )
  fc.assert(
    fc.property(path, fc.string({ unit: 'grapheme' }), (begin, rest) => {
      const page = socialPage(`https://${begin}${encodeURIComponent(rest)}`)
      if (page?.is === 'person') expect(socialPage(page.address)).toEqual(page)
    }),
  )
})
