namespace Infra.LoadTesting.Tokens;

/// <summary>What an event of a stream of tokens says.</summary>
internal enum TokenEventKind
{
    /// <summary>A role, a reason to stop, a count.</summary>
    Other,

    /// <summary>One token or more.</summary>
    Content,

    /// <summary>Something went wrong after the stream had begun.</summary>
    Error,

    /// <summary>That was all.</summary>
    End,
}
