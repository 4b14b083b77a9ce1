using Infra.Core.Serving;
using Infra.Core.Versions;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving;

/// <summary>The init container that puts a model onto the pod's volume.</summary>
internal static class ModelDownload
{
    // Finds the SavedModel wherever the archive holds it and puts it where the server looks: a directory named by a
    // number. Starts from nothing, because the volume keeps what an earlier try of the container left.
    private const string FetchArchive =
        """
        set -eu
        download="$MODEL_DIRECTORY/.download"
        rm -rf "$download"
        mkdir "$download"
        curl --fail --location --silent --show-error --retry 5 --output "$download/model.tar.gz" "$MODEL_URL"
        tar -xzf "$download/model.tar.gz" -C "$download"
        rm "$download/model.tar.gz"
        saved_model="$(find "$download" -name saved_model.pb | sort | head -n 1)"
        test -n "$saved_model" || { echo "no saved_model.pb in $MODEL_URL" >&2; exit 1; }
        directory="$(dirname "$saved_model")"
        version="$(basename "$directory")"
        case "$version" in *[!0-9]*) version=1 ;; esac
        rm -rf "${MODEL_DIRECTORY:?}/$version"
        mv "$directory" "$MODEL_DIRECTORY/$version"
        rm -rf "$download"
        """;

    // A sync of a prefix that holds nothing succeeds. Then the server would wait for a model for ever, because an upload no
    // longer reaches the pod; a download that fails is tried again until the model is there.
    private const string SyncDirectory =
        """
        set -eu
        aws s3 sync "$MODEL_URI" "$MODEL_DIRECTORY" --only-show-errors
        for saved_model in "$MODEL_DIRECTORY"/[0-9]*/saved_model.pb; do
          if [ -e "$saved_model" ]; then exit 0; fi
        done
        echo "no VERSION/saved_model.pb in $MODEL_URI; upload the model" >&2
        exit 1
        """;

    /// <summary>The container for a model's source.</summary>
    public static CoreV1.ContainerArgs Container(ModelSourceArgs source, RuntimeSpec runtime)
    {
        var container = new CoreV1.ContainerArgs
        {
            Name = "model-download",
            SecurityContext = PodSecurity.Container(),
            Resources = new CoreV1.ResourceRequirementsArgs
            {
                Requests = { ["cpu"] = "250m", ["memory"] = "256Mi" },
                Limits = { ["memory"] = "1Gi" },
            },
            VolumeMounts =
            {
                new CoreV1.VolumeMountArgs { Name = ServingPod.ModelVolume, MountPath = runtime.ModelDirectory },
                new CoreV1.VolumeMountArgs { Name = ServingPod.ScratchVolume, MountPath = "/tmp" },
            },
        };
        if (source.S3Uri is { } uri)
        {
            container.Image = Pins.AwsCli.Reference;
            container.Command = new[] { "sh", "-c", SyncDirectory };
            container.Env = new[]
            {
                Variable("AWS_REGION", source.Region ?? ""),
                // The CLI writes its cache to the home directory, and the root file system is read-only.
                Variable("HOME", "/tmp"),
                Variable("MODEL_DIRECTORY", runtime.ModelDirectory),
                Variable("MODEL_URI", uri),
            };
        }
        else
        {
            container.Image = Pins.Curl.Reference;
            container.Command = new[] { "sh", "-c", FetchArchive };
            container.Env = new[] { Variable("MODEL_DIRECTORY", runtime.ModelDirectory), Variable("MODEL_URL", source.ArchiveUrl!) };
        }

        return container;
    }

    private static Input<CoreV1.EnvVarArgs> Variable(string name, Input<string> value) => new CoreV1.EnvVarArgs { Name = name, Value = value };
}
