using System.Collections.Immutable;
using Infra.Planning.Model;
using Infra.Planning.Policies.Subjects;
using Infra.Planning.Policies.Suppressions;

namespace Infra.Planning.Policies;

/// <summary>Asks every rule what it has to say of a plan, and sets aside what somebody gave a reason for.</summary>
public static class PolicyCheck
{
    /// <summary>The report over a plan.</summary>
    /// <param name="plan">The plan, whoever made or read it.</param>
    /// <param name="options">How strictly, and when.</param>
    public static PolicyReport Of(Plan plan, PolicyOptions options) => Of(PolicyInput.Of(plan), options);

    /// <summary>The report over a plan or manifests.</summary>
    /// <param name="input">What is judged.</param>
    /// <param name="options">How strictly, and when.</param>
    public static PolicyReport Of(PolicyInput input, PolicyOptions options) => Of(input, options, PolicyRules.All);

    internal static PolicyReport Of(PolicyInput input, PolicyOptions options, IReadOnlyCollection<IPolicyRule> rules)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        var context = new PolicyContext(input, options);
        var verdicts = rules.SelectMany(rule => rule.Check(context).Distinct(), (rule, verdict) => (rule.About, Verdict: verdict)).ToList();
        var suppressions = new SuppressionIndex(context.Suppressions.Where(suppression => suppression.Until >= options.On));
        return new PolicyReport
        {
            Name = input.Name,
            On = options.On,
            Gate = options.Gate,
            Rules = rules.Count,
            Resources = input.Plan.Resources.Count,
            Findings =
            [
                .. verdicts.Where(one => !one.Verdict.IsNotKnown)
                    .Select(one => new PolicyFinding(one.About, one.Verdict.Subject.AsResource, one.Verdict.Path, one.Verdict.Problem!, suppressions.Find(one.About.Id, one.Verdict.Subject)))
                    .OrderByDescending(finding => finding.Rule.Severity),
            ],
            NotKnown = [.. verdicts.Where(one => one.Verdict.IsNotKnown).Select(one => new PolicyUnknown(one.About, one.Verdict.Subject.AsResource, one.Verdict.Path))],
        };
    }
}
