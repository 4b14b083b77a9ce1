using System.Globalization;
using System.Text;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Core.Serving.Predictions;

/// <summary>
/// The server that keeps a model's answers: OpenResty, that is nginx with Lua and a client for Redis. What it does with a request stands in
/// <c>predictions.lua</c>, what it listens to and calls in the configuration that is written here.
/// </summary>
public static class PredictionCacheServer
{
    /// <summary>Port of the model's interface.</summary>
    public const int Port = 8080;

    /// <summary>Port of the metrics.</summary>
    public const int MetricsPort = 9145;

    /// <summary>Path that answers once the server does; it asks neither model nor store.</summary>
    public const string HealthPath = "/-/healthy";

    /// <summary>Path of the metrics.</summary>
    public const string MetricsPath = "/metrics";

    /// <summary>Environment variable with the store's password.</summary>
    public const string PasswordVariable = "PREDICTION_STORE_PASSWORD";

    /// <summary>Where the files are.</summary>
    public const string Directory = "/etc/prediction-cache";

    /// <summary>Name of the configuration file.</summary>
    public const string ConfigurationFile = "nginx.conf";

    /// <summary>Name of the script.</summary>
    public const string ScriptFile = "predictions.lua";

    // Of each worker process.
    private const int StoreConnections = 64;

    // The store is asked before the model: where it is slow, the model is faster. Milliseconds.
    private const int ConnectTimeout = 200;
    private const int AnswerTimeout = 200;

    // Sixteen at a time that are as large as can be, each with its answer and the copy of it that is stored; what is larger is on disk. Our estimate.
    private const int BodiesInMemory = 3 * 16;

    private static readonly ByteSize _leastMemory = ByteSize.FromMebibytes(256);
    private static readonly ByteSize _programMemory = ByteSize.FromMebibytes(64);

    /// <summary>What a pod requests.</summary>
    public static CpuQuantity Cpu { get; } = new(100);

    /// <summary>What a pod requests and may use: requests and answers are in memory while they are looked at.</summary>
    /// <param name="maxSize">Largest request and answer that are kept.</param>
    public static ByteSize Memory(ByteSize maxSize) => new(Math.Max(_leastMemory.Bytes, _programMemory.Bytes + (BodiesInMemory * maxSize.Bytes)));

    /// <summary>Disk for requests that are too large for memory.</summary>
    public static ByteSize Scratch { get; } = ByteSize.FromGibibytes(1);

    /// <summary>The image.</summary>
    public static ImagePin Image => Pins.OpenResty;

    /// <summary>Command of the server.</summary>
    public static IReadOnlyList<string> Command { get; } =
        ["/usr/local/openresty/bin/openresty", "-e", "stderr", "-c", $"{Directory}/{ConfigurationFile}", "-g", "daemon off;"];

    /// <summary>The script.</summary>
    public static string Script { get; } = ReadScript();

    /// <summary>Name of the cache's Service, and of its other objects.</summary>
    /// <param name="model">Name of the model.</param>
    public static string ServiceOf(string model) => $"{model}-cache";

    /// <summary>Host and port of a URL inside the cluster, with the name that needs no completion.</summary>
    /// <param name="url">URL of a Service: <c>http://NAME.NAMESPACE</c>, with or without <c>.svc</c>, port and path.</param>
    public static string UpstreamOf(string url)
    {
        var address = new Uri(url);
        var host = address.Host.EndsWith(".svc", StringComparison.Ordinal) ? address.Host : $"{address.Host}.svc";
        return string.Create(CultureInfo.InvariantCulture, $"{host}.cluster.local:{address.Port}");
    }

    /// <summary>The configuration.</summary>
    public static string Configuration(PredictionCacheOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return $$"""
        pid /tmp/nginx.pid;
        worker_processes 2;
        error_log stderr warn;
        env {{PasswordVariable}};

        events {
            worker_connections 4096;
        }

        http {
            access_log off;
            server_tokens off;
            client_body_temp_path /tmp/client-body;
            proxy_temp_path /tmp/proxy;
            fastcgi_temp_path /tmp/fastcgi;
            uwsgi_temp_path /tmp/uwsgi;
            scgi_temp_path /tmp/scgi;
            client_max_body_size 0;
            client_body_buffer_size {{options.MaxSize.Bytes}};
            resolver local=on ipv6=off valid=10s;

            lua_package_path "{{Directory}}/?.lua;;";
            lua_shared_dict predictions 64k;
            lua_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;
            lua_ssl_verify_depth 4;
            init_by_lua_block {
                predictions = require "predictions"
                predictions.configure {
                    host = {{Quoted(options.StoreHost)}},
                    port = {{options.StorePort}},
                    tls = {{(options.StoreTls ? "true" : "false")}},
                    password = os.getenv "{{PasswordVariable}}",
                    connections = {{StoreConnections}},
                    connect_timeout = {{ConnectTimeout}},
                    timeout = {{AnswerTimeout}},
                    prefix = {{Quoted($"{PredictionStoreServer.KeyPrefix}{options.Model}:{options.Version}:")}},
                    ttl = {{options.TimeToLive.WholeSeconds}},
                    max_bytes = {{options.MaxSize.Bytes}},
                    key_headers = { {{string.Join(", ", options.KeyHeaders.Select(Quoted))}} },
                }
            }

            server {
                listen {{Port}};

                location = {{HealthPath}} {
                    return 200;
                }

                location / {
                    access_by_lua_block { predictions.look_up() }
                    header_filter_by_lua_block { predictions.on_header() }
                    body_filter_by_lua_block { predictions.on_body() }
                    log_by_lua_block { predictions.on_end() }

                    # A variable, so that the name is asked for again: a headless Service has its pods' addresses.
                    set $model {{options.Upstream}};
                    proxy_pass http://$model;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                    proxy_set_header Host $http_host;
                    proxy_set_header Accept-Encoding "";
                    proxy_buffering off;
                    proxy_connect_timeout 5s;
                    proxy_send_timeout 1h;
                    proxy_read_timeout 1h;
                }
            }

            server {
                listen {{MetricsPort}};

                location = {{MetricsPath}} {
                    content_by_lua_block { predictions.metrics() }
                }
            }
        }

        """.ReplaceLineEndings("\n");
    }

    // Of the names that are allowed in each place none has a quote or a backslash; a Lua string can hold neither unescaped.
    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string ReadScript()
    {
        using var stream = typeof(PredictionCacheServer).Assembly.GetManifestResourceStream($"Infra.Core.Serving.Predictions.{ScriptFile}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
