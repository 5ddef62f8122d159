import CEnforcerSystem

/// Called once by the constructor, after the policy was read: decides what the hooks look at.
func startHooks() {
  RealFunctions.findAll()
  Descriptors.ownProcess = currentProcess()
  if State.isRootImage { Descriptors.set(.standardError, of: 2) }
  RuntimeInterface.start()
  guard let policy = State.policy else { return }
  Learning.start(policy)
  DecoyValues.start(policy)
  Descriptors.watchesAll = DecoyValues.search != nil && !State.isRootImage
  Egress.start(policy)
  GuardedFiles.start(policy)
  GuardedLibraries.start(policy)
}
