namespace Infra.LoadTesting.Targets;

/// <summary>Headers that the user adds to every request. Their values may be secret: nothing ever shows them.</summary>
public sealed class RequestHeaders
{
    private readonly List<(string Name, string Value)> _headers = [];

    /// <summary>The names, which are no secret.</summary>
    public IEnumerable<string> Names => _headers.Select(header => header.Name);

    /// <summary>Adds one.</summary>
    /// <returns>Whether it can be one: a name of HTTP, and a value of one line. The binary headers of gRPC can not.</returns>
    public bool TryAdd(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        using var probe = new HttpRequestMessage();
        if (value.Any(character => character is '\r' or '\n' or '\0' or > '\u007e') || name.Length == 0 || name.EndsWith("-bin", StringComparison.OrdinalIgnoreCase) || !CanBe(probe, name, value))
        {
            return false;
        }
        _headers.Add((name, value));
        return true;
    }

    internal void AddTo(HttpRequestMessage request)
    {
        foreach (var (name, value) in _headers)
        {
            // What describes the content belongs to it; the user's word counts more than ours.
            if (!request.Headers.TryAddWithoutValidation(name, value) && request.Content is { } content)
            {
                content.Headers.Remove(name);
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    internal Grpc.Core.Metadata ToMetadata()
    {
        var metadata = new Grpc.Core.Metadata();
        foreach (var (name, value) in _headers)
        {
            metadata.Add(name, value);
        }
        return metadata;
    }

    public override string ToString() => string.Join(", ", Names);

    private static bool CanBe(HttpRequestMessage probe, string name, string value)
    {
        using var content = new ByteArrayContent([]);
        return probe.Headers.TryAddWithoutValidation(name, value) || content.Headers.TryAddWithoutValidation(name, value);
    }
}
