# Process.spawn, system, backticks, IO.popen, Open3, fork and exec: redirections, options, statuses, errors.
require 'open3'
require 'rbconfig'
$stdout.sync = true

puts `echo backticks`, $?.exitstatus
p system('exit 4'), $?.exitstatus, system('no-such-program-anywhere'), system('true')
output, errors, status = Open3.capture3('sh', '-c', 'cat; echo err >&2; exit 3', stdin_data: 'given')
p output, errors, status.exitstatus
payload = (0..255).to_a.pack('C*') * 12_288
p Open3.capture2('cat', stdin_data: payload, binmode: true).first == payload
p Open3.pipeline_r('seq 1 9', 'sort -r', 'head -n 2') { |last, _| last.read }
IO.popen(['cat'], 'r+') do |io|
  io.write('both ways')
  io.close_write
  p io.read
end
p IO.popen({ 'WORD' => 'given' }, ['sh', '-c', 'echo $WORD'], &:read)
read, write = IO.pipe
pid = Process.spawn({ 'ONLY' => 'this', 'HOME' => nil }, 'sh -c "echo $ONLY ${HOME-none}; pwd; umask"',
                    out: write, err: [:child, :out], chdir: '/usr', umask: 0o077, pgroup: true)
Process.wait(pid)
write.close
p read.read, $?.success?
pid = Process.spawn('env', unsetenv_others: true, out: File::NULL)
p Process.wait2(pid).last.exitstatus
pid = Process.spawn('sh', '-c', 'ulimit -n', rlimit_nofile: 55, close_others: true)
Process.wait(pid)
`env`.lines.sort.each { |line| puts "child #{line}" unless line.start_with?('_=') }
ENV.sort.each { |name, value| puts "own #{name}=#{value}" }

children = (0...40).map { |number| fork { exit!(number) } }
statuses = children.map { |child| Process.wait2(child).last.exitstatus }
p statuses == (0...40).to_a
child = fork { exec('sh', '-c', 'exit 7') }
p Process.wait2(child).last.exitstatus
child = fork do
  exec('/nonexistent/program')
rescue SystemCallError => e
  puts e.class, e.message
  exit! 9
end
p Process.wait2(child).last.exitstatus
%w[/nonexistent/program /etc/passwd /etc].each do |program|
  Process.spawn(program)
rescue SystemCallError => e
  puts "#{e.class} #{e.message}"
end
%w[TERM KILL].each do |signal|
  pid = Process.spawn('exec sleep 10')
  Process.kill(signal, pid)
  p Process.wait2(pid).last.termsig
end
p Array.new(20) { |number| Thread.new { `echo #{number}`.to_i } }.map(&:value) == (0...20).to_a
p Open3.capture3(RbConfig.ruby, '-e', "warn 'careful'; abort 'the end'").map(&:to_s).first(2)
at_exit { puts 'at the end' }
exec('echo', 'another program')
