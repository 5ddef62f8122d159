import xml.sax
from xml.dom import pulldom
from xml.sax import make_parser
from xml.sax.handler import feature_external_ges, feature_namespaces


def resolving(event, context):
    parser = make_parser()
    parser.setFeature(feature_external_ges, True)
    pulldom.parseString(event["body"], parser=parser)  # expect: sas1-xxe
    second = make_parser()
    second.setFeature("http://xml.org/sax/features/external-general-entities", 1)
    second.parse(event["body"])  # expect: sas1-xxe
    third = xml.sax.make_parser()
    third.setFeature(xml.sax.handler.feature_external_pes, True)
    third.parse(event["body"])  # expect: sas1-xxe
    return {"statusCode": 204}


def plain(event, context):
    parser = make_parser()
    parser.setFeature(feature_namespaces, True)
    parser.parse(event["body"])  # clean: sas1-xxe -- loads nothing from outside
    second = make_parser()
    second.setFeature(feature_external_ges, False)
    second.parse(event["body"])  # clean: sas1-xxe -- told not to
    xml.sax.parseString(event["body"], xml.sax.ContentHandler())  # clean: sas1-xxe -- loads nothing from outside
    pulldom.parseString(event["body"])  # clean: sas1-xxe -- loads nothing from outside
    return {"statusCode": 204}
