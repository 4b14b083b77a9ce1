using Infra.Core.Configuration;
using Infra.TestKit.Configuration;

namespace Infra.Stacks.Tests.Settings;

/// <summary>All problems in one pass, in the order of the keys, and no complaint that only follows from another.</summary>
public sealed class SeveralProblemsTests
{
    [Fact]
    public void They_come_in_the_order_of_the_keys()
    {
        var config = SampleConfig.Eks()
            .With("models[0].source", "\"s3://modls/reader\"")
            .With("models[0].replica", "2")
            .With("models[1]", """{"name": "writer", "runtime": "torchserve", "source": "s3://models/writer", "pools": ["t5"]}""")
            .With("pools[0].instanceTypes[0]", "\"g4dn.xlage\"")
            .With("pools[1]", """{"name": "a100", "instanceTypes": ["p4d.24xlarge"], "capacity": {"min": 4, "max": 2}}""")
            .With("queue", "[]")
            .With("namespace", "\"In Ference\"")
            .With("aws.region", "5");
        var problems = new ConfigProblems();

        Assert.Null(PlatformSettings.Read(config, problems));
        Assert.Equal(
            $"""
            9 problems in Pulumi.prod.yaml:
              gpu-inference:aws.region: a string was expected, but found the number 5; put it in quotes
              gpu-inference:namespace: 'In Ference' is not a Kubernetes name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter or digit at both ends
              gpu-inference:pools[0].instanceTypes[0]: 'g4dn.xlage' is not in the catalogue of GPU instance types; did you mean 'g4dn.xlarge'?
              gpu-inference:pools[1].capacity.max: 2 is less than min, which is 4
              gpu-inference:models[0].replica: unknown key; did you mean 'replicas'?
              gpu-inference:models[0].source: 'modls' is not a bucket; did you mean 'models'? there are: models
              gpu-inference:models[1].runtime: 'torchserve' is not allowed; allowed: tensorflow-serving, triton, vllm, sklearn, xgboost, lightgbm, container
              gpu-inference:models[1].pools[0]: 't5' is not a pool; did you mean 't4'? there are: t4, a100
              gpu-inference:queue: unknown key; there are: {TopLevelKeys.All}
            """,
            problems.Render("Pulumi.prod.yaml"));
    }

    [Fact]
    public void Ten_entries_and_more_keep_their_order()
    {
        var config = SampleConfig.Eks();
        for (var i = 1; i <= 10; i++)
        {
            config.With($"storage.buckets[{i}]", $$"""{"name": "b{{i}}"}""");
        }

        var problems = config.With("storage.buckets[10].noncurrentDays", "0").With("storage.buckets[2].noncurrentDays", "0").Problems();

        Assert.Equal(
            "gpu-inference:storage.buckets[2].noncurrentDays: 0 is not allowed; allowed: 1 to 3650\n"
            + "gpu-inference:storage.buckets[10].noncurrentDays: 0 is not allowed; allowed: 1 to 3650",
            problems);
    }

    [Fact]
    public void Two_entries_without_a_name_have_not_the_same_name() => Assert.Equal(
        "gpu-inference:storage.buckets[0].name: missing; a string is required\n"
        + "gpu-inference:storage.buckets[1].name: a string was expected, but found the number 7; put it in quotes",
        SampleConfig.Eks().With("storage.buckets[0].name", null).With("storage.buckets[1]", """{"name": 7}""")
            .With("models[0].source", "\"https://models.example/reader.tar.gz\"").Problems());

    [Fact]
    public void A_pool_without_a_name_may_be_the_one_that_a_model_means() => Assert.Equal(
        "gpu-inference:pools[0].nam: unknown key; did you mean 'name'?",
        SampleConfig.Eks().With("pools[0].name", null).With("pools[0].nam", "\"t4\"").Problems());

    [Fact]
    public void So_may_a_pool_that_cannot_be_read() => Assert.Equal(
        "gpu-inference:pools: a list was expected, but found an object; write a list, even of one entry",
        SampleConfig.Eks().With("pools", """{"name": "t4"}""").Problems());

    [Fact]
    public void A_bucket_without_a_name_may_be_the_one_that_a_source_means() => Assert.Equal(
        "gpu-inference:storage.buckets[0].name: missing; a string is required",
        SampleConfig.Eks().With("storage.buckets[0].name", null).Problems());

    [Fact]
    public void An_entry_that_is_no_text_is_no_unknown_pool() => Assert.Equal(
        "gpu-inference:models[0].pools[0]: a string was expected, but found the number 4; put it in quotes",
        SampleConfig.Eks().With("models[0].pools[0]", "4").Problems());

    [Fact]
    public void A_cluster_that_cannot_be_read_breaks_no_further_rule() => Assert.Equal(
        "gpu-inference:cluster.existing.name: missing; a string is required",
        SampleConfig.Eks().With("cluster.existing.name", null).Problems());

    [Fact]
    public void An_instance_type_that_does_not_exist_is_not_measured() => Assert.Equal(
        "gpu-inference:pools[0].instanceTypes[0]: 'g4dn.huge' is not in the catalogue of GPU instance types; there are: g4dn.12xlarge, g4dn.16xlarge, g4dn.2xlarge, g4dn.4xlarge, g4dn.8xlarge, g4dn.metal, g4dn.xlarge",
        SampleConfig.Eks().With("pools[0].instanceTypes", """["g4dn.huge"]""").With("models[0].gpus", "8").Problems());
}
