using System.Globalization;
using Infra.Planning.Placement;

namespace Infra.Cli.Doctor;

/// <summary>Whether AWS allows the vCPUs that placement says the environment needs.</summary>
internal sealed class QuotaCheck(string folder, string region, VcpuQuota quota) : ICheck
{
    public string Name => $"quota {quota.Code}";

    public bool IsRequired => true;

    public async Task<CheckResult> RunAsync(IProbes probes, CancellationToken stop) => await probes.RunAsync(
        "aws",
        ["service-quotas", "get-service-quota", "--service-code", "ec2", "--quota-code", quota.Code, "--region", region, "--query", "Quota.Value", "--output", "text"],
        folder,
        stop) switch
    {
        null => CheckResult.Unknown($"{Needs}; needs the AWS CLI to be asked"),
        { ExitCode: 0, Output: var text } => double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var allowed) ? Judge((int)allowed) : CheckResult.Unknown($"{Needs}; AWS told no number"),
        var answer => CheckResult.Unknown($"{Needs}; {AwsTrouble.Of(answer).Found}"),
    };

    private string Needs => $"{quota.Name} in {region}: {quota.Minimum} vCPUs needed at minimum, {quota.Maximum} at maximum";

    private CheckResult Judge(int allowed)
    {
        var ask = $"Ask for {Math.Max(quota.Maximum, quota.Limit ?? 0)}: aws service-quotas request-service-quota-increase --service-code ec2 --quota-code {quota.Code} --region {region} --desired-value {Math.Max(quota.Maximum, quota.Limit ?? 0)}";
        return allowed switch
        {
            _ when allowed < quota.Minimum => CheckResult.Wrong($"{Needs}; {allowed} are allowed: not even the least starts", ask),
            _ when allowed < quota.Maximum => CheckResult.Wrong($"{Needs}; {allowed} are allowed: it can't grow as it may", ask),
            _ when allowed < quota.Limit => CheckResult.Ok($"{Needs}; {allowed} are allowed, and the pools' limits add up to {quota.Limit}"),
            _ => CheckResult.Ok($"{Needs}; {allowed} are allowed"),
        };
    }
}
