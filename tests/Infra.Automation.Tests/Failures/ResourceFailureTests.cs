using Infra.Automation.Events;
using Infra.Automation.Failures;
using Infra.Automation.Tests.Harness;
using Infra.Planning.Model;

namespace Infra.Automation.Tests.Failures;

/// <summary>What failed inside an operation, by the engine's events.</summary>
public sealed class ResourceFailureTests
{
    private static readonly Urn _stack = Urn.Parse("urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev");
    private static readonly Urn _bucket = Urn.Parse("urn:pulumi:dev::p::aws:s3/bucket:Bucket::models");
    private static readonly Urn _role = Urn.Parse("urn:pulumi:dev::p::aws:iam/role:Role::reader");

    [Fact]
    public void Every_resource_that_failed_is_named_once_with_what_was_done_and_why() => Assert.Equal(
        [
            new ResourceFailed("dev", _bucket, "create", "creating S3 Bucket (models): BucketAlreadyExists"),
            new ResourceFailed("dev", _role, "update", "updating IAM Role: AccessDenied"),
        ],
        Read(
            new StackEvent.ResourceStarted(_bucket, "create"),
            new StackEvent.ResourceStarted(_role, "update"),
            Error("creating S3 Bucket (models): BucketAlreadyExists\n\nAdvice of the provider:\n  - try another name", _bucket),
            Error("creating S3 Bucket (models): BucketAlreadyExists\n\nAdvice of the provider:\n  - try another name", _bucket),
            Error("updating IAM Role: AccessDenied", _role),
            Error("update failed", _stack)));

    [Fact]
    public void What_passes_is_no_failure() => Assert.Equal(
        [new ResourceFailed("dev", _role, null, "no")],
        Read(new StackEvent.Diagnostic(DiagnosticSeverity.Error, "retrying", _bucket, IsEphemeral: true), Error("no", _role)));

    [Fact]
    public void The_program_failed() => Assert.Equal(
        """
        the program failed: Running program 'Infra.Program.dll' failed with an unhandled exception: 2 problems in Pulumi.dev.yaml
          Look at it without the engine: ./run config check dev, ./run preview dev --debug. Nothing that it didn't come to was changed.
        """,
        Assert.Single(Read(Error("Running program 'Infra.Program.dll' failed with an unhandled exception:\n2 problems in Pulumi.dev.yaml\n\n   at X", _stack), Error("preview failed"))).ToString());

    [Fact]
    public void A_refusal_in_the_middle_is_recognised() => Assert.Equal(
        "plugin-missing",
        Assert.Single(Read(Error("Could not automatically download and install resource plugin 'pulumi-resource-aws' at version v7.48.0, install the plugin using `x`: 403"))).Kind);

    private static ValueList<StackFailure> Read(params StackEvent[] events) => FailureReader.Read("dev", Engines.Failure("", events));

    private static StackEvent.Diagnostic Error(string message, Urn? urn = null) => new(DiagnosticSeverity.Error, message, urn);
}
