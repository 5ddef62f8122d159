# Fiddle: functions of libc with callbacks and errno, its exec and system, libraries that are not there.
require 'etc'
require 'fiddle'
$stdout.sync = true

libc = Fiddle.dlopen(nil)
function = lambda do |name, arguments, result = Fiddle::TYPE_INT|
  Fiddle::Function.new(libc[name], arguments, result)
end
p function.call('getpid', []).call == Process.pid
p function.call('strlen', [Fiddle::TYPE_VOIDP], Fiddle::TYPE_SIZE_T).call('parapet')
compare = Class.new(Fiddle::Closure) do
  def call(left, right) = left[0, 4].unpack1('l') - right[0, 4].unpack1('l')
end.new(Fiddle::TYPE_INT, [Fiddle::TYPE_VOIDP, Fiddle::TYPE_VOIDP])
numbers = [5, 3, 9, 1].pack('l*')
sizes = [Fiddle::TYPE_SIZE_T] * 2
function.call('qsort', [Fiddle::TYPE_VOIDP, *sizes, Fiddle::TYPE_VOIDP], Fiddle::TYPE_VOID)
        .call(numbers, 4, 4, compare)
p numbers.unpack('l*')
open = function.call('open', [Fiddle::TYPE_VOIDP, Fiddle::TYPE_INT])
p open.call('/nonexistent', 0), Fiddle.last_error, open.call('/dev/null', 0) > 2
system = function.call('system', [Fiddle::TYPE_VOIDP])
p system.call('exit 9') >> 8, system.call('echo from C') >> 8
child = fork do
  sh, option, command = %w[sh -c exec\ true].map { |text| Fiddle::Pointer[text] }
  function.call('execv', [Fiddle::TYPE_VOIDP, Fiddle::TYPE_VOIDP])
          .call('/bin/sh', [sh.to_i, option.to_i, command.to_i, 0].pack('J*'))
  exit! 1
end
p Process.wait2(child).last.exitstatus
begin
  Fiddle.dlopen('/nonexistent/library.so')
rescue Fiddle::DLError => e
  p e.message
end
p Etc.getpwuid(0).name, Etc.nprocessors.positive?
