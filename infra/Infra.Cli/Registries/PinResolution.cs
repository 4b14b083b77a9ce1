namespace Infra.Cli.Registries;

/// <summary>What a registry said of one image.</summary>
/// <param name="Image">Repository and tag.</param>
/// <param name="Known">The digest on record; null for none.</param>
/// <param name="Digest">The digest that the registry has; null where it gave none.</param>
/// <param name="Problem">Why it gave none.</param>
internal sealed record PinResolution(string Image, string? Known, string? Digest, string? Problem)
{
    /// <summary>The tag stands for another image than it did: a publisher's mistake, or an attack.</summary>
    public bool IsMoved => Known is not null && Digest is not null && Digest != Known;

    /// <summary>One word for what is to be told.</summary>
    public string State => (Digest, Known) switch
    {
        (null, _) => "failed",
        (_, null) => "new",
        _ => IsMoved ? "moved" : "same",
    };

    /// <summary>The digest to be recorded; null for none.</summary>
    /// <param name="acceptMoved">Whether a moved tag is taken as it is now.</param>
    public string? ToRecord(bool acceptMoved) => Digest is null || (IsMoved && !acceptMoved) ? Known : Digest;
}
