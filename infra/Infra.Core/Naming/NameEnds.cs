namespace Infra.Core.Naming;

/// <summary>What a name may begin and end with, among the characters that it may hold at all.</summary>
public enum NameEnds
{
    /// <summary>A letter or digit at both ends.</summary>
    LetterOrDigit,

    /// <summary>A letter first, a letter or digit last.</summary>
    LetterFirst,

    /// <summary>A letter or digit first, anything last.</summary>
    FreeLast,

    /// <summary>Anything at both ends.</summary>
    Free,
}
