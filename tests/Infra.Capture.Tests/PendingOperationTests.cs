using Infra.Planning.Model;

namespace Infra.Capture.Tests;

/// <summary>What was going on when the engine was killed.</summary>
public sealed class PendingOperationTests
{
    [Fact]
    public void Each_is_kept_with_its_kind_and_id()
    {
        var created = Documents.Resource("aws:s3/bucket:Bucket", "");
        var deleted = Documents.Resource("aws:iam/role:Role", ", \"id\": \"reader-1\"");

        var pending = Documents.Read($$"""
            {"version": 3, "deployment": {"pending_operations": [{"type": "creating", "resource": {{created}} }, {"type": "deleting", "resource": {{deleted}} }] } }
            """).Pending;

        Assert.Equal(
            [
                new CapturedOperation(Urn.Parse("urn:pulumi:dev::p::aws:s3/bucket:Bucket::x"), "creating", null),
                new CapturedOperation(Urn.Parse("urn:pulumi:dev::p::aws:iam/role:Role::x"), "deleting", "reader-1"),
            ],
            pending);
    }
}
