using Infra.Benchmarks.Plans;
using Infra.Planning.Diffing;

namespace Infra.Benchmarks.Tests.Plans;

/// <summary>What the engines are measured with is a plan as people have it.</summary>
public sealed class PlanSubjectTests
{
    [Fact]
    public async Task Every_pod_of_the_plan_finds_a_node_and_half_of_the_models_have_had_another_image()
    {
        var folder = Directory.CreateTempSubdirectory("gpu-inference-bench-tests-");
        try
        {
            var subject = await PlanSubject.MakeAsync(folder.FullName, models: 9, replicas: 10);

            subject.CheckPlaces();
            Assert.Equal([3, 2, 2, 2], Enumerable.Range(0, 4).Select(pool => subject.Placement.Maximum.NodesOf($"t4-{pool}")));
            Assert.Equal(5, subject.Diff.Changes.Count);
            Assert.All(subject.Diff.Changes, change => Assert.Equal(ChangeKind.Update, change.Kind));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("--models 10 0", "--models is '0'; allowed: 1 or more")]
    [InlineData("--replicas -2", "--replicas is '-2'; allowed: 1 or more")]
    [InlineData("--runs 0", "--runs is '0'; allowed: 1 or more")]
    public void Numbers_below_one_are_refused(string options, string message) =>
        Assert.Equal([message], new PlanCommand().Parse(options).Errors.Select(error => error.Message));
}
