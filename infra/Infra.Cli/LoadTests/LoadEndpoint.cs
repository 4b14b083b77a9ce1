namespace Infra.Cli.LoadTests;

/// <summary>An endpoint to be measured.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Uri">Where it is; of gRPC the server only.</param>
/// <param name="Address">The same without what may be secret: what follows a question mark.</param>
/// <param name="Protocol">What it speaks.</param>
internal sealed record LoadEndpoint(string Label, Uri Uri, string Address, LoadProtocol Protocol)
{
    private const string Protocols = "http, openai, kserve or tensorflow";

    /// <summary>All that the command line names.</summary>
    /// <param name="addresses">Their addresses.</param>
    /// <param name="labels">Their labels, as many; or none.</param>
    /// <param name="protocol">What they speak; null where the address says it.</param>
    /// <exception cref="UsageException">One of them can't be measured.</exception>
    public static IReadOnlyList<LoadEndpoint> Of(IReadOnlyList<string> addresses, IReadOnlyList<string> labels, string? protocol)
    {
        if (labels.Count > 0 && labels.Count != addresses.Count)
        {
            throw new UsageException($"--label: {labels.Count} for {addresses.Count} addresses; give each address one, or none");
        }
        var endpoints = addresses.Select((address, index) => Of(address, labels.Count > 0 ? labels[index] : null, protocol)).ToList();
        return endpoints.Select(endpoint => endpoint.Label).Distinct(StringComparer.Ordinal).Count() == endpoints.Count
            ? endpoints
            : throw new UsageException("two endpoints have the same label; tell them apart with --label");
    }

    // What isn't an address may still have a password in it, or a key behind a question mark.
    private static string WithoutSecrets(string text)
    {
        var plain = text.Split('?', '#')[0];
        return plain.LastIndexOf('@') is var at and >= 0 ? $"…{plain[at..]}" : plain;
    }

    private static LoadEndpoint Of(string text, string? label, string? protocol)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "grpc" or "grpcs") || uri.Host.Length == 0)
        {
            throw new UsageException($"'{InputFile.Shown(WithoutSecrets(text))}' is no http://, https://, grpc:// or grpcs:// address of an endpoint");
        }
        if (uri.UserInfo.Length > 0)
        {
            throw new UsageException($"the address of {uri.Host} has a user or password in it; use --bearer-env, or --header");
        }
        var isGrpc = uri.Scheme is "grpc" or "grpcs";
        var speaks = (protocol, isGrpc) switch
        {
            (null or "http", false) when protocol is null && uri.AbsolutePath.EndsWith("/completions", StringComparison.Ordinal) => LoadProtocol.OpenAi,
            (null or "http", false) => LoadProtocol.Http,
            ("openai", false) => LoadProtocol.OpenAi,
            ("kserve", true) => LoadProtocol.KServe,
            ("tensorflow", true) => LoadProtocol.TensorFlow,
            (null, true) => throw new UsageException($"{uri.Scheme}://{uri.Authority}: say with --protocol what it speaks: kserve (Triton, KServe) or tensorflow (TensorFlow Serving)"),
            ("http" or "openai", true) or ("kserve" or "tensorflow", false) => throw new UsageException($"--protocol {protocol} doesn't go with {uri.Scheme}://; kserve and tensorflow go with grpc:// and grpcs://"),
            _ => throw new UsageException($"--protocol is '{protocol}'; allowed: {Protocols}"),
        };
        if (isGrpc && (uri.Port < 0 || uri.AbsolutePath is not ("" or "/")))
        {
            throw new UsageException($"{uri.Scheme}://{uri.Authority}: an address of gRPC is a host and a port, such as grpc://localhost:8500; name the model with --model");
        }
        var address = isGrpc ? $"{uri.Scheme}://{uri.Authority}" : uri.GetLeftPart(UriPartial.Path);
        return new LoadEndpoint(label ?? uri.Authority, isGrpc ? new Uri($"{(uri.Scheme == "grpcs" ? "https" : "http")}://{uri.Authority}") : uri, address, speaks);
    }
}
