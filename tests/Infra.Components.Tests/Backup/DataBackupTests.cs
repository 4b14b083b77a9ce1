using Infra.Components.Backup;
using Infra.Components.Tests.Jobs;
using Infra.TestKit.Components;

namespace Infra.Components.Tests.Backup;

public sealed class DataBackupTests
{
    [Fact]
    public async Task What_is_kept_is_tried() => Assert.Equal(
        """
        gpu-inference:index:DataBackup data
        aws:iam/role:Role data-role parent=data provider=aws
        aws:iam/rolePolicyAttachment:RolePolicyAttachment data-policy parent=data provider=aws
        aws:backup/plan:Plan data-plan parent=data provider=aws
        aws:backup/selection:Selection data-selection parent=data provider=aws after=data-policy
        aws:iam/rolePolicyAttachment:RolePolicyAttachment data-restore-policy parent=data provider=aws
        aws:backup/restoreTestingPlan:RestoreTestingPlan data-restore-test parent=data provider=aws
        aws:backup/restoreTestingSelection:RestoreTestingSelection data-restore-test-efs parent=data provider=aws after=data-restore-policy
        aws:backup/restoreTestingSelection:RestoreTestingSelection data-restore-test-rds parent=data provider=aws after=data-restore-policy
        """,
        (await Run(BackupSamples.Data())).Resources());

    [Fact]
    public async Task Who_isnt_asked_to_try_may_not_restore() => Assert.Equal(
        ["data", "data-plan", "data-policy", "data-role", "data-selection"],
        (await Run(BackupSamples.Data(restoreTest: null))).Registrations.Where(r => !r.Type.StartsWith("pulumi:", StringComparison.Ordinal)).Select(r => r.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_recovery_point_is_made_when_it_is_wanted_kept_as_long_and_copied()
    {
        const string elsewhere = "arn:aws:backup:eu-west-1:123456789012:backup-vault:copy";
        var run = await Run(BackupSamples.Data(copyVault: elsewhere));

        JsonAssert.Same(
            $$"""
            [
              {
                "ruleName": "scheduled", "targetVaultName": "vault", "schedule": "cron(30 3 ? * MON-FRI *)", "scheduleExpressionTimezone": "Europe/Berlin",
                "startWindow": 60, "completionWindow": 720, "lifecycle": { "deleteAfter": 35 },
                "copyActions": [ { "destinationVaultArn": "{{elsewhere}}", "lifecycle": { "deleteAfter": 35 } } ]
              }
            ]
            """,
            run.Inputs("data-plan")["rules"]);
        Assert.Equal([BackupSamples.FileSystem, BackupSamples.Database], run.Inputs("data-selection")["resources"]!.Select(arn => (string?)arn));
    }

    [Fact]
    public async Task The_last_recovery_point_of_each_kind_is_restored_and_deleted_again()
    {
        var run = await Run(BackupSamples.Data());

        JsonAssert.Same(
            """
            {
              "name": "data", "scheduleExpression": "cron(0 6 ? * SUN *)", "scheduleExpressionTimezone": "Europe/Berlin", "startWindowHours": 1,
              "recoveryPointSelection": {
                "algorithm": "LATEST_WITHIN_WINDOW", "includeVaults": ["arn:aws:backup:eu-central-1:123456789012:backup-vault:vault"],
                "recoveryPointTypes": ["SNAPSHOT"], "selectionWindowDays": 7
              }
            }
            """,
            run.Inputs("data-restore-test"));
        Assert.Equal(
            [("EFS", BackupSamples.FileSystem), ("RDS", BackupSamples.Database)],
            new[] { "efs", "rds" }.Select(kind => run.Inputs($"data-restore-test-{kind}")).Select(test => ((string?)test["protectedResourceType"], (string?)test["protectedResourceArns"]![0])));
    }

    // Else it goes to the default VPC, which most accounts of companies don't have, and others could reach the copy there.
    [Fact]
    public async Task A_database_is_restored_beside_itself()
    {
        var run = await Run(BackupSamples.Data());

        JsonAssert.Same("""{ "dbSubnetGroupName": "mlflow-subnets", "vpcSecurityGroupIds": "[\"sg-1\",\"sg-2\"]" }""", run.Inputs("data-restore-test-rds")["restoreMetadataOverrides"]);
        Assert.Null(run.Inputs("data-restore-test-efs").SelectToken("restoreMetadataOverrides.dbSubnetGroupName"));
    }

    [Fact]
    public async Task Somebody_is_told_of_what_fails()
    {
        const string topic = "arn:aws:sns:eu-central-1:123456789012:on-call";
        var run = await Run(BackupSamples.Data(failureTopic: topic));

        JsonAssert.Same(
            """
            {
              "source": ["aws.backup"],
              "detail-type": ["Backup Job State Change", "Copy Job State Change", "Restore Job State Change"],
              "detail": {
                "iamRoleArn": ["arn:aws:iam:::data-role"],
                "$or": [{ "state": ["FAILED", "ABORTED", "EXPIRED", "PARTIAL"] }, { "status": ["FAILED", "ABORTED", "EXPIRED", "PARTIAL"] }]
              }
            }
            """,
            Newtonsoft.Json.Linq.JObject.Parse((string)run.Inputs("data-failures-rule")["eventPattern"]!));
        Assert.Equal(topic, (string?)run.Inputs("data-failures-target")["arn"]);
    }

    [Fact]
    public async Task Only_AWS_Backup_takes_the_role_on() => Assert.Equal(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"backup.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
        (string?)(await Run(BackupSamples.Data())).Inputs("data-role")["assumeRolePolicy"]);

    [Fact]
    public async Task All_problems_come_at_once()
    {
        var args = new DataBackupArgs
        {
            FileSystemArns = [],
            DatabaseArns = [],
            Cron = "0 3 1 * 1",
            TimeZone = "Etc/UTC",
            RetentionDays = 0,
            VaultName = "v",
            VaultArn = "a",
            RestoreTestCron = "daily",
        };

        Assert.Equal(
            """
            4 problems in gpu-inference:index:DataBackup:
              data.cron: '0 3 1 * 1' names days of the month and of the week; AWS takes one of them, so write * for the other
              data.restoreTestCron: 'daily' is no cron expression; allowed: five fields for minute, hour, day of month, month and day of week, such as '0 3 * * *', or one of @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually
              data.fileSystemArns: there is nothing to keep; name a file system or a database
              data.retentionDays: 0 is less than 1
            """,
            (await Assert.ThrowsAsync<Pulumi.ResourceException>(() => Run(args))).Message);
    }

    private static Task<ComponentRun> Run(DataBackupArgs args) => JobSamples.Run(options => _ = new DataBackup("data", args, options));
}
