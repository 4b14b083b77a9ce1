namespace Infra.Core.Serving;

/// <summary>What a server does when it is told to end (SIGTERM) while it still has requests in work.</summary>
public enum ShutdownBehaviour
{
    /// <summary>It ends at once, or nobody knows: requests have to be finished before it is told.</summary>
    Drops,

    /// <summary>It takes no new requests, finishes those in work, for as long as its arguments say, and ends.</summary>
    Finishes,

    /// <summary>It serves on until it is killed.</summary>
    Ignores,
}
