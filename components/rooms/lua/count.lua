-- One ballot's vote in place of its earlier one: ballots, counts, questions of the room;
-- ballot, option, most ballots, question, milliseconds.
local before = redis.call('HGET', KEYS[1], ARGV[1])
if before == ARGV[2] then return 1 end
if not before and redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then return 0 end
if before then redis.call('HINCRBY', KEYS[2], ARGV[4] .. ' ' .. before, -1) end
redis.call('HINCRBY', KEYS[2], ARGV[4] .. ' ' .. ARGV[2], 1)
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('SADD', KEYS[3], ARGV[4])
for each = 1, 3 do redis.call('PEXPIRE', KEYS[each], ARGV[5]) end
return 1
