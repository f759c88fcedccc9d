-- The later of two states stands, whoever comes first; what stands then is answered.
local now = redis.call('GET', KEYS[1])
if now and cjson.decode(now).seq >= tonumber(ARGV[2]) then return now end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
redis.call('PUBLISH', ARGV[5], ARGV[4])
return ARGV[1]
