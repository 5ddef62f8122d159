import CEnforcerSystem

/// Run by the dynamic linker before the program's own constructors.
@section(".init_array") @used let start: @convention(c) () -> Void = {
  startEnforcer()
}

func startEnforcer() {
  State.library = findCLibrary()
  State.errorPlace = State.library?.function("__errno_location")
}
