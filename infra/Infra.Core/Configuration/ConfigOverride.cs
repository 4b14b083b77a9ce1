namespace Infra.Core.Configuration;

/// <summary>One value that is set on top of an environment's file.</summary>
/// <param name="Key">As typed: with or without a namespace, and with a path below the key where paths were asked for.</param>
/// <param name="Value">The text as typed.</param>
public sealed record ConfigOverride(string Key, string Value)
{
    /// <summary>The key alone: the value may be a secret, and a record would print it.</summary>
    public override string ToString() => Key;
}
