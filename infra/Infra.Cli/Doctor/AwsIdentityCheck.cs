using System.Text.Json;

namespace Infra.Cli.Doctor;

/// <summary>Who AWS takes us for, and whether that is in the environment's account.</summary>
internal sealed class AwsIdentityCheck(string folder, EnvironmentNeeds? needs) : ICheck
{
    public string Name => "AWS identity";

    public bool IsRequired => needs is { AccountId: not null };

    public async Task<CheckResult> RunAsync(IProbes probes, CancellationToken stop)
    {
        string[] region = needs?.Region is { } name ? ["--region", name] : [];
        return await probes.RunAsync("aws", ["sts", "get-caller-identity", "--output", "json", .. region], folder, stop) switch
        {
            null => CheckResult.Missing("the AWS CLI is not on the PATH", AwsTrouble.Install),
            { ExitCode: 0, Output: var json } => Judge(json),
            var answer => AwsTrouble.Of(answer),
        };
    }

    private CheckResult Judge(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var (account, arn) = (document.RootElement.GetProperty("Account").GetString(), document.RootElement.GetProperty("Arn").GetString());
            return needs?.AccountId is { } wanted && wanted != account
                ? CheckResult.Wrong($"{arn} is in account {account}; {needs.Environment} is in {wanted}", "Choose another profile: AWS_PROFILE. The program would refuse this account (allowedAccountIds).")
                : CheckResult.Ok($"{arn}{(needs?.Region is { } region ? $", {region}" : "")}");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return CheckResult.Unknown("'aws sts get-caller-identity' wrote something else than an identity");
        }
    }
}
