@testable import SecretDetection

extension SecretVector {
  static let work: [SecretVector] = [
    SecretVector(.linearKey, "token") { "lin_api_" + $0.alnum(40) },
    SecretVector(.linearKey, "OAuth") { "lin_oauth_" + $0.hex(64) },
    SecretVector(.notionToken, "token") { "ntn_" + $0.digits(11) + $0.alnum(35) },
    SecretVector(.notionToken, "older") { "secret_" + $0.alnum(43) },
    SecretVector(.airtableToken, "token") { "pat" + $0.alnum(14) + "." + $0.hex(64) },
    SecretVector(.airtableToken, named: "AIRTABLE_API_KEY") { "key" + $0.alnum(14) },
    SecretVector(.asanaToken, "token") { "1/" + $0.digits(16) + ":" + $0.hex(32) },
    SecretVector(.asanaToken, named: "ASANA_CLIENT_SECRET") { $0.hex(32) },
    SecretVector(.figmaToken, "token") { "figd_" + $0.word(42) },
    SecretVector(.dropboxToken, "token") { "sl." + $0.word(135) },
    SecretVector(.dropboxToken, named: "DROPBOX_APP_SECRET") { $0.lower(15) },
    SecretVector(.contentfulToken, "token") { "CFPAT-" + $0.word(43) },
    SecretVector(.algoliaKey, named: "ALGOLIA_ADMIN_KEY") { $0.hex(32) },
    SecretVector(.mapboxToken, "token") {
      "sk." + Array(#"{"u":"\#($0.lower(9))","a":"\#($0.lower(25))"}"#.utf8).base64URL + "." + $0.word(22)
    },
    SecretVector(.oktaToken, named: "OKTA_API_TOKEN") { "00" + $0.word(40) },
    SecretVector(.auth0Secret, named: "AUTH0_CLIENT_SECRET") { $0.word(64) },
    SecretVector(.typeformToken, "token") { "tfp_" + $0.word(44) },
    SecretVector(.frameToken, "token") { "fio-u-" + $0.word(64) },
  ]
}
