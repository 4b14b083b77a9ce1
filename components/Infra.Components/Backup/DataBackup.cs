using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Resilience;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi;
using Aws = Pulumi.Aws.Backup;
using CloudWatch = Pulumi.Aws.CloudWatch;
using Iam = Pulumi.Aws.Iam;
using Inputs = Pulumi.Aws.Backup.Inputs;

namespace Infra.Components.Backup;

/// <summary>AWS Backup of file systems and databases, and the proof that what is kept can be restored.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-role              IAM role of AWS Backup
/// NAME-policy            what it may do to keep
/// NAME-restore-policy    optional: what it may do to restore
/// NAME-plan              when, and for how long
/// NAME-selection         what
/// NAME-restore-test      optional: when it is tried
/// NAME-restore-test-*    optional: what of it, by kind
/// NAME-failures-*        optional: rule and target that tell a topic of jobs that fail
/// </code>
/// The two policies are AWS' own: whatever AWS Backup asks of other services changes with them, and AWS has no narrower ones.
/// </remarks>
public sealed class DataBackup : ComponentResource
{
    private const string Managed = "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyFor";

    // Minutes in which a job starts and ends; what takes longer is reported as failed (AWS Backup developer guide, "Create a backup plan").
    private const int StartWindow = 60;
    private const int CompletionWindow = 12 * 60;

    // A restore test takes the last recovery point of so many days, and keeps what it restored for so many hours, in which people may look at it.
    private const int TestedDays = 7;
    private const int TestHours = 8;

    /// <summary>Declares role, plan and selection.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public DataBackup(string name, DataBackupArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.DataBackup, name, args, options)
    {
        Check(name, args);
        var role = new Iam.Role($"{name}-role", new Iam.RoleArgs
        {
            Description = $"AWS Backup for {name}",
            AssumeRolePolicy = PolicyDocuments.AssumedByService("backup.amazonaws.com"),
        }, Children.Root(this, options));
        var policy = Attach($"{name}-policy", role, "Backup");
        var plan = new Aws.Plan($"{name}-plan", new Aws.PlanArgs { Rules = { Rule(args) } }, Children.Root(this, options));
        // AWS refuses a role that it can't use yet.
        _ = new Aws.Selection($"{name}-selection", new Aws.SelectionArgs
        {
            PlanId = plan.Id,
            IamRoleArn = role.Arn,
            Resources = args.FileSystemArns.Concat(args.DatabaseArns).ToArray(),
        }, Children.Of(this, policy));
        if (args.RestoreTestCron is { } cron)
        {
            Test(name, args, AwsCron.Of(cron), role, Attach($"{name}-restore-policy", role, "Restores"));
        }

        if (args.FailureTopicArn is { } topic)
        {
            var failures = new CloudWatch.EventRule($"{name}-failures-rule", new CloudWatch.EventRuleArgs
            {
                Description = $"Jobs of AWS Backup for {name} that fail",
                EventPattern = role.Arn.Apply(BackupEvents.Failures),
            }, Children.Of(this));
            _ = new CloudWatch.EventTarget($"{name}-failures-target", new CloudWatch.EventTargetArgs { Rule = failures.Name, Arn = topic }, Children.Of(this));
        }

        RegisterOutputs();
    }

    private static Inputs.PlanRuleArgs Rule(DataBackupArgs args)
    {
        var rule = new Inputs.PlanRuleArgs
        {
            RuleName = "scheduled",
            TargetVaultName = args.VaultName,
            Schedule = AwsCron.Of(args.Cron),
            ScheduleExpressionTimezone = args.TimeZone,
            StartWindow = StartWindow,
            CompletionWindow = CompletionWindow,
            Lifecycle = new Inputs.PlanRuleLifecycleArgs { DeleteAfter = args.RetentionDays },
        };
        if (args.CopyVaultArn is { } copy)
        {
            rule.CopyActions.Add(new Inputs.PlanRuleCopyActionArgs
            {
                DestinationVaultArn = copy,
                Lifecycle = new Inputs.PlanRuleCopyActionLifecycleArgs { DeleteAfter = args.RetentionDays },
            });
        }

        return rule;
    }

    private Iam.RolePolicyAttachment Attach(string name, Iam.Role role, string purpose) =>
        new(name, new Iam.RolePolicyAttachmentArgs { Role = role.Name, PolicyArn = Managed + purpose }, Children.Of(this));

    private void Test(string name, DataBackupArgs args, string schedule, Iam.Role role, Resource policy)
    {
        var test = new Aws.RestoreTestingPlan($"{name}-restore-test", new Aws.RestoreTestingPlanArgs
        {
            // The only characters that AWS allows here beside letters and digits.
            Name = TestName(name),
            ScheduleExpression = schedule,
            ScheduleExpressionTimezone = args.TimeZone,
            StartWindowHours = 1,
            RecoveryPointSelection = new Inputs.RestoreTestingPlanRecoveryPointSelectionArgs
            {
                Algorithm = "LATEST_WITHIN_WINDOW",
                IncludeVaults = args.VaultArn,
                RecoveryPointTypes = "SNAPSHOT",
                SelectionWindowDays = TestedDays,
            },
        }, Children.Of(this));
        foreach (var (kind, resources, overrides) in new[] { ("EFS", args.FileSystemArns, []), ("RDS", args.DatabaseArns, DatabasePlace(args)) })
        {
            if (resources.Count > 0)
            {
                _ = new Aws.RestoreTestingSelection($"{name}-restore-test-{kind.ToLowerInvariant()}", new Aws.RestoreTestingSelectionArgs
                {
                    Name = $"{TestName(name)}_{kind.ToLowerInvariant()}",
                    RestoreTestingPlanName = test.Name,
                    ProtectedResourceType = kind,
                    ProtectedResourceArns = resources.ToArray(),
                    RestoreMetadataOverrides = overrides,
                    IamRoleArn = role.Arn,
                    ValidationWindowHours = TestHours,
                }, Children.Of(this, policy));
            }
        }
    }

    // Lists are JSON in a string (AWS Backup developer guide, "Restore testing inferred metadata", Amazon RDS instances and "Format for list-typed override values"; read 2026-11-22).
    private static InputMap<string> DatabasePlace(DataBackupArgs args)
    {
        var place = new InputMap<string>();
        if (args.DatabaseSubnetGroup is { } subnets)
        {
            place.Add("dbSubnetGroupName", subnets);
        }

        if (args.DatabaseSecurityGroupIds is { } groups)
        {
            place.Add("vpcSecurityGroupIds", groups.Apply(ids => new JArray(ids).ToString(Formatting.None)));
        }

        return place;
    }

    private static string TestName(string name) => name.Replace('-', '_');

    private void Check(string name, DataBackupArgs args)
    {
        var problems = new ConfigProblems();
        if (AutoNames.Problem(NameRules.IamRole, name, "-role") is { } tooLong)
        {
            problems.Add(name, tooLong);
        }

        foreach (var (key, cron) in new[] { ("cron", args.Cron), ("restoreTestCron", args.RestoreTestCron) })
        {
            if (cron is not null && AwsCron.Problem(cron) is { } problem)
            {
                problems.Add(ConfigPath.Key(name, key), problem);
            }
        }

        if (args.FileSystemArns.Count + args.DatabaseArns.Count == 0)
        {
            problems.Add(ConfigPath.Key(name, "fileSystemArns"), "there is nothing to keep; name a file system or a database");
        }

        if (args.RetentionDays < 1)
        {
            problems.Add(ConfigPath.Key(name, "retentionDays"), $"{args.RetentionDays} is less than 1");
        }

        problems.ThrowAt(this, ComponentTypes.DataBackup);
    }
}
