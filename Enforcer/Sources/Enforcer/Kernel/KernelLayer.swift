/// Turns on what the kernel offers to enforce the policy.
///
/// Called by the constructor of the root, and by the launcher
/// where it stands in for `bootstrap`. Sets what ``State`` says about the level.
func startKernelLayer() {}
