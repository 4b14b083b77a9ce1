using System.CommandLine;
using Infra.LoadTesting.Payloads;
using Infra.LoadTesting.Targets;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.LoadTests;

/// <summary>The options that say what is sent.</summary>
internal sealed class RequestOptions
{
    private readonly Option<string[]> _payloads = new("--payload", "-p")
    {
        Description = "A file with what to send: JSON, one document on each line (.jsonl), or a binary message of gRPC (.pb); several are sent in turn. Without one, requests are GETs",
        HelpName = "file",
    };

    private readonly Option<string?> _model = new("--model") { Description = "gRPC: the model that a payload of JSON is for", HelpName = "name" };
    private readonly Option<string[]> _headers = new("--header", "-H") { Description = "A header of every request, 'Name: value'. Its value is never shown", HelpName = "header" };
    private readonly Option<string?> _bearer = new("--bearer-env") { Description = "The environment variable that has the bearer token of every request", HelpName = "variable" };
    private readonly Option<string?> _expect = new("--expect") { Description = "HTTP: what a good answer is, json or any. Default: json where a payload is sent", HelpName = "json|any" };

    public IEnumerable<Option> All => [_payloads, _model, _headers, _bearer, _expect];

    public bool HasPayload(ParseResult result) => result.GetValue(_payloads) is { Length: > 0 };

    /// <summary>Whether an answer has to be JSON.</summary>
    /// <exception cref="UsageException">It says something else.</exception>
    public bool ExpectsJson(ParseResult result) => result.GetValue(_expect) switch
    {
        null => HasPayload(result),
        "json" => true,
        "any" => false,
        var text => throw new UsageException($"{_expect.Name} is '{text}'; allowed: json or any"),
    };

    /// <summary>What is sent to endpoints that speak a protocol.</summary>
    /// <exception cref="UsageException">A file isn't what the protocol wants.</exception>
    public IReadOnlyList<Payload> Payloads(ParseResult result, LoadProtocol protocol)
    {
        var files = result.GetValue(_payloads) ?? [];
        if (files.Length == 0)
        {
            return protocol == LoadProtocol.Http ? [Payload.None] : throw new UsageException($"this protocol asks with a payload; name a file with {_payloads.Name}");
        }
        return [.. files.SelectMany(file => Read(result, file, protocol))];
    }

    /// <summary>The headers of every request.</summary>
    /// <exception cref="UsageException">One of them can't be one.</exception>
    public RequestHeaders Headers(ParseResult result)
    {
        var headers = new RequestHeaders();
        foreach (var (text, index) in (result.GetValue(_headers) ?? []).Select((text, index) => (text, index + 1)))
        {
            // What is wrong is told without the text: a token may be in the wrong place.
            if (text.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var at) || !headers.TryAdd(text[..at].Trim(), text[(at + 1)..].Trim()))
            {
                throw new UsageException($"{_headers.Name} number {index} is no 'Name: value' that HTTP allows");
            }
        }
        if (result.GetValue(_bearer) is { } variable)
        {
            if (Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } token)
            {
                throw new UsageException($"{_bearer.Name}: the environment variable '{InputFile.Shown(variable)}' is not set");
            }
            if (!headers.TryAdd("Authorization", $"Bearer {token}"))
            {
                throw new UsageException($"{_bearer.Name}: the value of '{InputFile.Shown(variable)}' is no token that HTTP allows");
            }
        }
        return headers;
    }

    private IReadOnlyList<Payload> Read(ParseResult result, string file, LoadProtocol protocol)
    {
        var isGrpc = protocol is LoadProtocol.KServe or LoadProtocol.TensorFlow;
        if (PayloadFile.IsBinary(file) != isGrpc && !isGrpc)
        {
            throw new UsageException($"{_payloads.Name}: '{InputFile.Shown(file)}' is a binary message; this protocol wants JSON");
        }
        var model = result.GetValue(_model);
        if (isGrpc && !PayloadFile.IsBinary(file) && model is null)
        {
            throw new UsageException($"{_payloads.Name}: '{InputFile.Shown(file)}' is made a message for a model; name it with {_model.Name}");
        }
        using var stream = InputFile.Open(_payloads.Name, file);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        try
        {
            return PayloadFile.Read(file, content.ToArray(), Encoding(protocol, model));
        }
        catch (PayloadException e)
        {
            throw new UsageException($"{_payloads.Name}: '{InputFile.Shown(file)}': {e.Message}");
        }
    }

    private static Func<JObject, byte[]> Encoding(LoadProtocol protocol, string? model) => protocol switch
    {
        LoadProtocol.OpenAi => JsonPayload.Streaming,
        LoadProtocol.KServe => document => GrpcPayload.OpenInference(document, model!),
        LoadProtocol.TensorFlow => document => GrpcPayload.TensorFlow(document, model!),
        _ => JsonPayload.AsIs,
    };
}
