namespace Infra.Cli;

/// <summary>One <c>--config KEY=VALUE</c>.</summary>
/// <param name="Key">As typed: with or without a namespace, and a path below the key where paths were asked for.</param>
internal sealed record ConfigOverride(string Key, string Value)
{
    // The value may be a secret, and a record would print it.
    public override string ToString() => Key;
}
