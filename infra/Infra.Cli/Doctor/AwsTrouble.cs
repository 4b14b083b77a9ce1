using System.Text.RegularExpressions;

namespace Infra.Cli.Doctor;

/// <summary>What an error of the AWS CLI means. Its text isn't shown, only the code that AWS gives it.</summary>
internal static partial class AwsTrouble
{
    public const string Install = "Install the AWS CLI 2: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html";

    /// <summary>The code of the service's answer, such as <c>ExpiredToken</c>; null where no service answered.</summary>
    public static string? Code(string error) => Codes().Match(error) is { Success: true } match ? match.Groups[1].Value : null;

    public static bool HasNoCredentials(string error) => error.Contains("Unable to locate credentials", StringComparison.Ordinal);

    public static CheckResult Of(ProgramAnswer answer) => (HasNoCredentials(answer.Error), Code(answer.Error)) switch
    {
        (true, _) => CheckResult.Missing("no AWS credentials", "'aws sso login' or 'aws configure sso'; in a workflow, OIDC. No static keys."),
        (_, "ExpiredToken" or "ExpiredTokenException" or "RequestExpired") => CheckResult.Wrong("the AWS credentials have expired", "'aws sso login' renews them."),
        (_, "InvalidClientTokenId" or "UnrecognizedClientException" or "SignatureDoesNotMatch") => CheckResult.Wrong("AWS doesn't know these credentials, or the region isn't enabled for the account", "'aws configure list' shows where they come from."),
        (_, "AccessDenied" or "AccessDeniedException" or "UnauthorizedOperation") => CheckResult.Unknown("these credentials may not ask"),
        (_, { } code) => CheckResult.Unknown($"AWS says {code}"),
        _ => CheckResult.Unknown($"AWS gave no answer (exit code {answer.ExitCode}); without a network this can't be told"),
    };

    [GeneratedRegex(@"An error occurred \(([A-Za-z0-9.]+)\)")]
    private static partial Regex Codes();
}
