namespace Infra.Core.Configuration;

/// <summary>A domain value that is written as one text in the configuration, for example a size or a duration.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IConfigScalar<TSelf> : IComparable<TSelf>
    where TSelf : struct, IConfigScalar<TSelf>
{
    /// <summary>What may be written, to follow "allowed: " in a message and to describe the value in the schema.</summary>
    static abstract string AllowedForm { get; }

    /// <summary>A regular expression without anchors, in the part of the syntax that .NET and JSON Schema share, that every readable text matches.</summary>
    static abstract string Pattern { get; }

    /// <summary>Reads the text exactly; never rounds, never throws.</summary>
    /// <param name="text">The text as written, without surrounding blanks removed.</param>
    /// <param name="value">The value, or the default where the result is false.</param>
    static abstract bool TryParse(string text, out TSelf value);
}
