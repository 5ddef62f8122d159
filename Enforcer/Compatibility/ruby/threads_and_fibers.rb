# Threads, queues, fibers, mutexes, timeouts, thread-local values, garbage collection.
require 'timeout'
require 'monitor'

counter = 0
lock = Mutex.new
Array.new(8) { Thread.new { 1000.times { lock.synchronize { counter += 1 } } } }.each(&:join)
p counter
queue = SizedQueue.new(3)
producer = Thread.new { 100.times { |n| queue << n } && queue.close }
sum = 0
while (value = queue.pop)
  sum += value
end
producer.join
p sum
failing = Thread.new do
  Thread.current.report_on_exception = false
  raise 'inside'
end
begin
  failing.join
rescue StandardError => e
  p e.message
end
p Fiber.new { |x| Fiber.yield(x * 2) + 1 }.tap { |fiber| p fiber.resume(21) }.resume(9)
begin
  Timeout.timeout(0.05) { sleep }
rescue Timeout::Error => e
  p e.class
end
p Enumerator.produce(1) { |n| n * 2 }.lazy.select(&:even?).first(4)
Thread.current[:own] = 'main'
p Thread.new { Thread.current[:own] }.value
20.times { Array.new(20_000) { |n| n.to_s } }
GC.start
p GC.count.positive?
p ObjectSpace.count_objects.key?(:TOTAL)
def deep(level) = deep(level + 1)
begin
  deep(0)
rescue SystemStackError => e
  p e.class
end
monitor = Monitor.new
p monitor.synchronize { monitor.synchronize { 'twice' } }
