using Infra.Core.Configuration;

namespace Infra.Planning.Policies.Suppressions;

/// <summary>One entry of a file of suppressions.</summary>
public sealed record SuppressionEntry
{
    /// <summary>Id of the rule, e.g. <c>GPU011</c>.</summary>
    [NonEmpty]
    public required string Rule { get; init; }

    /// <summary>The resource's name as a report has it, or its URN; <c>*</c> stands for any text.</summary>
    [NonEmpty]
    public required string Resource { get; init; }

    /// <summary>Why this is accepted.</summary>
    [NonEmpty]
    public required string Reason { get; init; }

    /// <summary>The last day that it counts, as <c>2027-03-01</c>.</summary>
    public required string Until { get; init; }
}
