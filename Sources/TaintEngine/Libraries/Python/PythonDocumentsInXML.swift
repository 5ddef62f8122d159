/// XML, XPath and LDAP.
enum PythonDocumentsInXML {
  static let calls: [CallModel] = parsers + saxParsers + paths + directories

  static let members: [MemberModel] = [
    MemberModel("xml.sax.handler.feature_external_ges", result: .constant(.text(externalEntities))),
    MemberModel("xml.sax.handler.feature_external_pes", result: .constant(.text(externalSubsets))),
  ]

  private static let externalEntities = "http://xml.org/sax/features/external-general-entities"
  private static let externalSubsets = "http://xml.org/sax/features/external-parameter-entities"

  private static let parsers: [CallModel] = [
    // Without a parser of one's own lxml resolves entities; from 5.0 on only those in the document itself.
    CallModel(
      "lxml.etree.{fromstring,parse,XML,iterparse,fromstringlist}", "lxml.objectify.{fromstring,parse}",
      effects: [
        .into(.xmlEntities, .position(0), when: [.absent(.argument(1, "parser"))], .likely),
        .into(
          .xmlEntities, .position(0),
          when: [
            .type(.argument(1, "parser"), ["lxml.etree.XMLParser()"]),
            .not(.isBoolean(.constructedOption(.argument(1, "parser"), "resolve_entities"), false)),
          ], .likely),
        .into(
          .xmlEntities, .position(0),
          when: [.isBoolean(.constructedOption(.argument(1, "parser"), "resolve_entities"), true)]),
        .parsesFirst,
      ]),
    CallModel(
      """
      {xml.etree.ElementTree,xml.etree.cElementTree,xml.dom.minidom}.{fromstring,parse,XML,iterparse,\
      parseString,XMLPullParser}
      """,
      "xml.dom.expatbuilder.{parse,parseString}",
      effects: [.parsesFirst]),
    .parses(
      """
      {defusedxml.ElementTree,defusedxml.minidom,defusedxml.lxml,defusedxml.sax,defusedxml.cElementTree,\
      defusedxml.pulldom}.{fromstring,parse,XML,iterparse,parseString}
      """,
      "lxml.html.fromstring", "bs4.BeautifulSoup", "untangle.parse"),

  ]

  /// From Python 3.7.1 on these load nothing from outside unless a feature of the parser asks for it.
  private static let saxParsers: [CallModel] = [
    CallModel(
      "xml.sax.{make_parser,expatreader.create_parser,expatreader.ExpatParser}",
      effects: [.makes("xml.sax.make_parser()")]),
    CallModel(
      "xml.sax.make_parser().setFeature",
      effects: [.configures(.receiver, name: .argument(0, "name"), value: .argument(1, "state")), .clean]),
    CallModel(
      "xml.sax.make_parser().{parse,feed}",
      effects: [.into(.xmlEntities, .argument(0, "source"), when: [resolves(.receiver)]), .parsesFirst]),
    CallModel(
      "xml.dom.pulldom.{parse,parseString}",
      effects: [
        .into(.xmlEntities, .position(0), when: [resolves(.argument(1, "parser"))]),
        .into(.xmlEntities, .position(0), when: [resolves(.argument(2, "parser"))]), .parsesFirst,
      ]),
    CallModel("xml.sax.{parse,parseString}", effects: [.parsesFirst]),
  ]

  /// Whether a parser was told to load entities from outside.
  private static func resolves(_ parser: Selector) -> Condition {
    .any([externalEntities, externalSubsets].map { .truthy(.field(parser, $0)) })
  }

  private static let paths: [CallModel] = [
    CallModel(
      "lxml.etree.{XPath,ETXPath}", "lxml.etree.{parse,fromstring,XML}().xpath", "*.xpath",
      "xml.etree.ElementTree.{parse,fromstring}().{find,findall,findtext,iterfind}",
      "lxml.etree.{parse,fromstring,XML}().{find,findall,findtext}", "*.getroot().{find,findall,findtext}",
      "elementpath.select",
      effects: [.into(.xpath, .argument(0, "path")), .result(.stored("a part of a document"))])
  ]

  private static let directories: [CallModel] = [
    CallModel(
      "ldap3.Connection().search",
      effects: [
        .into(.ldapFilter, .argument(0, "search_base"), .likely),
        .into(.ldapFilter, .argument(1, "search_filter")), .clean,
      ]),
    CallModel(
      """
      {ldap.initialize,ldap.open,ldap.ldapobject.ReconnectLDAPObject}().{search,search_s,search_st,\
      search_ext,search_ext_s}
      """,
      effects: [
        .into(.ldapFilter, .argument(0, "base"), .likely), .into(.ldapFilter, .argument(2, "filterstr")),
        .result(.stored("an entry of a directory")),
      ]),
    CallModel(
      "{ldap.initialize}().{simple_bind,simple_bind_s,bind_s}",
      effects: [.into(.ldapFilter, .argument(0, "who"), .likely), .clean]),
    CallModel(
      """
      {ldap3.utils.conv.escape_filter_chars,ldap.filter.escape_filter_chars,ldap.dn.escape_dn_chars,\
      ldap3.utils.dn.escape_rdn,ldap.filter.filter_format}
      """,
      effects: [.result(.sanitized(.anyArgument, for: SinkKinds(.ldapFilter)))]),
  ]
}

extension Selector {
  /// A named argument of the construction that made a value.
  static func constructedOption(_ value: Selector, _ name: String) -> Selector {
    .field(.constructed(value, 0), name)
  }
}
