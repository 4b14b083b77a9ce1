-- Keeps a model's answers in Redis: every request is looked up before the model sees it, and answers are stored after they were given. Whatever goes wrong
-- here, the model answers. Needs OpenResty; nginx.conf calls the functions, one for each phase of a request.
local redis = require "resty.redis"
local sha256 = require "resty.sha256"
local to_hex = require("resty.string").to_hex
local cjson = require "cjson.safe"

local M = {}
local options

-- Where the JSON of a body ends and tensors begin (Triton's binary tensor data extension of the Open Inference Protocol), in requests and answers.
local json_length = "inference-header-content-length"

-- Headers that change what a body means, or the form of its answer.
local always = { "accept", "content-encoding", "content-type", json_length }

local function count(result)
  ngx.shared.predictions:incr(result, 1, 0)
  ngx.ctx.result = result
end

local function connect()
  local store = redis:new()
  store:set_timeouts(options.connect_timeout, options.timeout, options.timeout)
  local ok, problem = store:connect(options.host, options.port, { ssl = options.tls, ssl_verify = options.tls, server_name = options.tls and options.host or nil })
  if ok and options.password and store:get_reused_times() == 0 then
    ok, problem = store:auth(options.password)
  end
  if not ok then
    return nil, problem
  end
  return store
end

-- Puts a connection back for the next request.
local function release(store)
  store:set_keepalive(60000, options.connections)
end

local function is_stream(body)
  if not body:find('"stream"', 1, true) then
    return false
  end
  local request = cjson.decode(body)
  return type(request) == "table" and request.stream == true
end

-- A header that may be there several times, or not at all.
local function joined(value)
  return type(value) == "table" and table.concat(value, ",") or value or ""
end

-- The key of a request; nil for one whose answer is nobody else's.
local function key_of()
  local headers = ngx.req.get_headers()
  if ngx.req.get_method() ~= "POST" or joined(headers["cache-control"]):find("no%-") then
    return nil
  end
  if headers["authorization"] and not options.is_key["authorization"] then
    return nil
  end
  ngx.req.read_body()
  -- Nothing here where there is no body, or one that is too large for memory, of which nginx gives a quarter more than it is told to.
  local body = ngx.req.get_body_data()
  if not body or #body > options.max_bytes or is_stream(body) then
    return nil
  end
  local digest = sha256:new()
  local function add(text)
    digest:update(#text .. ":")
    digest:update(text)
  end
  add(ngx.var.request_uri)
  for _, name in ipairs(options.key_headers) do
    add(name)
    add(joined(headers[name]))
  end
  add(body)
  return options.prefix .. to_hex(digest:final())
end

-- What a worker needs to know; called once, at its start.
function M.configure(given)
  options = given
  options.is_key = {}
  local names = { unpack(always) }
  for _, name in ipairs(given.key_headers) do
    options.is_key[name] = true
    names[#names + 1] = name
  end
  options.key_headers = names
end

-- Phase access: answers from the store, or lets the request go on to the model.
function M.look_up()
  local key = key_of()
  if not key then
    return count("bypass")
  end
  local store, problem = connect()
  local value
  if store then
    value, problem = store:get(key)
  end
  if not value then
    ngx.log(ngx.WARN, "no store of predictions: ", problem)
    return count("error")
  end
  release(store)
  if value == ngx.null then
    count("miss")
    ngx.ctx.answer = { key = key, parts = {}, size = 0 }
    return
  end
  count("hit")
  local kind, length, body = value:match("^([^\n]*)\n([^\n]*)\n(.*)$")
  ngx.header["Content-Type"] = kind
  ngx.header["Content-Length"] = #body
  if length ~= "" then
    ngx.header[json_length] = length
  end
  ngx.print(body)
  return ngx.exit(ngx.HTTP_OK)
end

-- Phase header filter: says how the request was answered, and forgets answers that are not to be kept.
function M.on_header()
  ngx.header["X-Prediction-Cache"] = ngx.ctx.result
  local control, kind = ngx.header["Cache-Control"], ngx.header["Content-Type"] or ""
  if ngx.status ~= 200 or ngx.header["Content-Encoding"] or ngx.header["Set-Cookie"] or joined(control):find("no%-store")
    or kind:find("text/event-stream", 1, true) or kind:find("\n", 1, true) then
    ngx.ctx.answer = nil
  elseif ngx.ctx.answer then
    ngx.ctx.answer.kind = kind
    ngx.ctx.answer.json_length = joined(ngx.header[json_length])
  end
end

-- Phase body filter: gathers the answer.
function M.on_body()
  local answer = ngx.ctx.answer
  if not answer then
    return
  end
  answer.size = answer.size + #ngx.arg[1]
  if answer.size > options.max_bytes then
    ngx.ctx.answer = nil
    return
  end
  answer.parts[#answer.parts + 1] = ngx.arg[1]
  answer.is_whole = ngx.arg[2]
end

local function store_answer(is_exiting, key, value)
  if is_exiting then
    return
  end
  local store, problem = connect()
  local ok
  if store then
    ok, problem = store:set(key, value, "EX", options.ttl)
  end
  if not ok then
    ngx.log(ngx.WARN, "a prediction was not stored: ", problem)
    return
  end
  release(store)
end

-- Phase log: stores the answer, after its caller has it.
function M.on_end()
  local answer = ngx.ctx.answer
  if answer and answer.is_whole then
    local ok, problem = ngx.timer.at(0, store_answer, answer.key, answer.kind .. "\n" .. answer.json_length .. "\n" .. table.concat(answer.parts))
    if not ok then
      ngx.log(ngx.WARN, "a prediction was not stored: ", problem)
    end
  end
end

-- The counters in Prometheus' text format.
function M.metrics()
  ngx.header["Content-Type"] = "text/plain; version=0.0.4"
  ngx.say("# HELP prediction_cache_requests_total Requests by how they were answered.")
  ngx.say("# TYPE prediction_cache_requests_total counter")
  for _, result in ipairs({ "bypass", "error", "hit", "miss" }) do
    ngx.say('prediction_cache_requests_total{result="', result, '"} ', ngx.shared.predictions:get(result) or 0)
  end
end

return M
