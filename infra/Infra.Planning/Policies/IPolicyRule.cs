using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies;

/// <summary>One rule over plans and manifests. It knows nothing of files, clocks and environments.</summary>
public interface IPolicyRule
{
    /// <summary>What the rule is.</summary>
    RuleDescription About { get; }

    /// <summary>What it has to say, resource by resource. What only an update will tell is neither a finding nor passed over: it is not known.</summary>
    /// <param name="context">What is judged.</param>
    IEnumerable<Verdict> Check(PolicyContext context);
}
