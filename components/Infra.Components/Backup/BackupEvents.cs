using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Backup;

/// <summary>
/// Events of AWS Backup: one of a backup or of a copy says how it ended in <c>state</c>, one of a restore in <c>status</c>, and each says whose role it has (AWS Backup developer guide, "Monitoring AWS Backup
/// events using Amazon EventBridge"; read 2026-11-22).
/// </summary>
internal static class BackupEvents
{
    private static readonly string[] _jobs = ["Backup Job State Change", "Copy Job State Change", "Restore Job State Change"];

    // What began too late is expired, and what somebody or a time limit ended is aborted.
    private static readonly string[] _failed = ["FAILED", "ABORTED", "EXPIRED", "PARTIAL"];

    /// <summary>Pattern of a rule for jobs of a role that end otherwise than they should; others in the account are others' affair.</summary>
    /// <param name="roleArn">ARN of the role.</param>
    public static string Failures(string roleArn) => new JObject
    {
        ["source"] = new JArray("aws.backup"),
        ["detail-type"] = new JArray(_jobs),
        ["detail"] = new JObject
        {
            ["iamRoleArn"] = new JArray(roleArn),
            ["$or"] = new JArray(Ended("state"), Ended("status")),
        },
    }.ToString(Formatting.None);

    private static JObject Ended(string key) => new() { [key] = new JArray(_failed) };
}
