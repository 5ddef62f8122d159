import FunctionProtection
import Testing

@Suite struct AttachmentPlanTests {
  private func function(_ configure: (inout FunctionDescription) -> Void = { _ in }) -> FunctionDescription {
    var function = FunctionDescription(name: "F")
    function.runtime = .known("python3.12")
    configure(&function)
    return function
  }

  private func variables(
    _ function: FunctionDescription, _ configure: (inout AttachmentPlan) -> Void = { _ in }
  ) throws -> [String] {
    var plan = AttachmentPlan(layer: .arn("arn"))
    configure(&plan)
    return try plan.attachment(to: function).variables.map { "\($0.name)=\($0.value)" }
  }

  private func refusal(
    _ function: FunctionDescription, _ configure: (inout AttachmentPlan) -> Void = { _ in }
  ) -> Refusal? {
    do {
      _ = try variables(function, configure)
      return nil
    } catch {
      return error as? Refusal
    }
  }

  @Test(arguments: ["python3.12", "nodejs22.x", "java21", "java8.al2", "dotnet8", "ruby3.3"])
  func runtimesOfThePlatformStartThroughAWrapper(runtime: String) throws {
    let function = function { $0.runtime = .known(runtime) }
    #expect(try variables(function) == ["AWS_LAMBDA_EXEC_WRAPPER=/opt/parapet/x86_64/launch"])
  }

  @Test func theArchitectureDecidesThePath() throws {
    let function = function { $0.architecture = .known(.arm64) }
    #expect(try variables(function) == ["AWS_LAMBDA_EXEC_WRAPPER=/opt/parapet/aarch64/launch"])
    #expect(
      try variables(function) {
        $0.architecture = .x86_64; $0.policy = "P"
      }
        == ["AWS_LAMBDA_EXEC_WRAPPER=/opt/parapet/aarch64/launch", "PARAPET_POLICY=P"],
      "what is known is not overridden")
  }

  private func asked(_ function: FunctionDescription, _ policies: Set<String>) throws -> (String?, [String]) {
    var plan = AttachmentPlan(layer: .arn("arn"))
    plan.contents = .init(policies: policies, architectures: [.x86_64])
    let attachment = try plan.attachment(to: function)
    return (attachment.variables.first { $0.name == EnforcerVariable.policy }?.value, attachment.remarks)
  }

  @Test func functionsAskForThePolicyOfTheirName() throws {
    let named = function { $0.aliases = ["shop.orders"] }
    #expect(try asked(named, ["F", "G"]) == ("F", []))
    #expect(try asked(named, ["shop-orders", "G", "default"]) == ("shop-orders", []))
    #expect(try asked(named, ["default"]) == (nil, []))
    #expect(try asked(named, ["F", "default"]) == (nil, []), "a single policy is the default")
  }

  @Test func aFunctionWithoutPolicyIsToldOrRefused() throws {
    let (policy, remarks) = try asked(function(), ["G", "default"])
    #expect(policy == nil && remarks.first?.contains("which was written for G") == true)
    #expect(throws: Refusal.noPolicy(["G", "H"])) { try asked(function(), ["G", "H"]) }
  }

  @Test func theLayerMustHoldProgramsOfTheArchitecture() {
    let arm = function { $0.architecture = .known(.arm64) }
    #expect(throws: Refusal.otherArchitecture(.arm64)) { try asked(arm, ["default"]) }
    let own = function {
      $0.architecture = .known(.arm64)
      $0.runtime = .known("provided.al2023")
      $0.handler = .known("program")
    }
    #expect(
      refusal(own) {
        $0.usesBootstrap = true
        $0.contents = .init(policies: ["default"], architectures: [.x86_64])
      } == .otherArchitecture(.arm64))
  }

  @Test func whatIsOpenIsAskedFor() throws {
    let open = function { $0.architecture = .unresolved("!Ref A") }
    #expect(refusal(open) == .openArchitecture("!Ref A"))
    #expect(refusal(open) { $0.architecture = .arm64 } == nil)
    let nameless = function { $0.runtime = .unresolved("!Ref R") }
    #expect(refusal(nameless) == .openRuntime("!Ref R"))
    #expect(refusal(nameless) { $0.runtime = "java21" } == nil)
    #expect(refusal(function { $0.runtime = .absent }) == .openRuntime(nil))
  }

  @Test func ownRuntimesLoadTheLibraryOrStartThroughTheBootstrap() throws {
    let own = function {
      $0.runtime = .known("provided.al2023"); $0.handler = .known("program")
    }
    #expect(try variables(own) == ["LD_PRELOAD=/opt/parapet/x86_64/libparapet.so"])
    #expect(try variables(own) { $0.usesBootstrap = true } == [])
    let preloading = function {
      $0.runtime = .known("provided.al2"); $0.preload = .known("/a.so")
    }
    #expect(try variables(preloading) == ["LD_PRELOAD=/opt/parapet/x86_64/libparapet.so:/a.so"])
    #expect(
      refusal(
        function {
          $0.runtime = .known("provided.al2"); $0.preload = .unresolved("!Ref P")
        })
        == .openPreload("!Ref P"))
  }

  @Test func ownRuntimesAreToldTheLimits() throws {
    let own = function {
      $0.runtime = .known("provided.al2023"); $0.handler = .known("program")
    }
    var plan = AttachmentPlan(layer: .arn("arn"))
    #expect(try plan.attachment(to: own).remarks.first?.contains("linked statically") == true)
    plan.usesBootstrap = true
    #expect(
      try plan.attachment(to: own).remarks.first?.contains("must not contain a file called bootstrap") == true
    )
    #expect(try plan.attachment(to: function()).remarks.isEmpty)
  }

  @Test func aBootstrapNeedsAProgramOfAnotherName() {
    func handler(_ handler: Setting<String>) -> Refusal? {
      refusal(
        function {
          $0.runtime = .known("provided.al2023"); $0.handler = handler
        }
      ) { $0.usesBootstrap = true }
    }
    #expect(handler(.known("bootstrap")) == .handlerIsBootstrap)
    #expect(handler(.absent) == .openHandler(nil))
    #expect(handler(.unresolved("!Ref H")) == .openHandler("!Ref H"))
  }

  @Test(arguments: ["python3.7", "nodejs8.10", "java8", "go1.x", "provided", "dotnetcore2.1"])
  func oldRuntimesAreRefused(runtime: String) {
    guard case .unsupportedRuntime = refusal(function { $0.runtime = .known(runtime) }) else {
      Issue.record("\(runtime) is not refused")
      return
    }
  }

  @Test func layersHaveALimit() {
    #expect(refusal(function { $0.layerCount = AttachmentPlan.layerLimit - 1 }) == nil)
    #expect(refusal(function { $0.layerCount = AttachmentPlan.layerLimit }) == .tooManyLayers(count: 5))
  }

  @Test func imagesHaveNoLayers() { #expect(refusal(function { $0.isImage = true }) == .image) }

  @Test func aWrapperMovesOn() throws {
    let plan = AttachmentPlan(layer: .arn("arn"))
    #expect(try plan.attachment(to: function { $0.wrapper = .known("/opt/w") }).movesWrapper)
    #expect(try !plan.attachment(to: function()).movesWrapper)
  }

  @Test(arguments: [
    Refusal.image, .tooManyLayers(count: 5), .unsupportedRuntime("go1.x", reason: "r"), .openRuntime(nil),
    .openRuntime("x"), .openArchitecture("x"), .openHandler(nil), .openHandler("x"), .handlerIsBootstrap,
    .openPreload("x"), .otherArchitecture(.arm64), .noPolicy(["a", "b"]),
  ])
  func refusalsAreSentences(refusal: Refusal) {
    #expect(refusal.description.hasSuffix(".") && refusal.description.contains(":"))
  }
}
