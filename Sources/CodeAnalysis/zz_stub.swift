internal import ApplicationModel
enum ManagedGrants { static func mayAllow(_ a: String, by: [Text]) -> Bool { false } }
