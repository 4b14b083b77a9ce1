using System.Collections.Frozen;

namespace Infra.Core.Tests.Monitoring.Logs;

/// <summary>
/// Options that Fluent Bit's plugins know: the <c>config_map</c> of each in fluent/fluent-bit, tag v5.1.1 (plugins/in_tail/tail.c, filter_multiline/ml.c, filter_grep/grep.c,
/// filter_kubernetes/kubernetes.c, out_loki/loki.c, out_cloudwatch_logs/cloudwatch_logs.c), those of every input and output (src/flb_input.c, src/flb_output.c), and of the service
/// (include/fluent-bit/flb_config.h). An option that isn't known stops Fluent Bit at its start.
/// </summary>
internal static class FluentBitOptions
{
    public static readonly FrozenDictionary<string, FrozenSet<string>> Of = new Dictionary<string, FrozenSet<string>>
    {
        ["service"] = Set("flush grace log_level http_server http_listen http_port health_check storage.path storage.sync storage.metrics storage.max_chunks_up storage.backlog.mem_limit"),
        ["tail"] = Set(
            "buffer_chunk_size buffer_max_size db db.compare_filename db.journal_mode db.locking db.sync exclude_path ignore_older multiline.parser offset_key parser path path_key "
            + "read_from_head refresh_interval rotate_wait skip_empty_lines skip_long_lines tag_regex truncate_long_lines tag mem_buf_limit storage.type"),
        ["multiline"] = Set("buffer debug_flush emitter_mem_buf_limit emitter_name emitter_storage.type flush_ms mode multiline.key_content multiline.parser match"),
        ["grep"] = Set("exclude logical_op regex match"),
        ["kubernetes"] = Set(
            "annotations buffer_size k8s-logging.exclude k8s-logging.parser keep_log kube_meta_cache_ttl kube_tag_prefix kube_url labels merge_log merge_log_key merge_log_trim merge_parser "
            + "namespace_labels owner_references use_kubelet match"),
        ["loki"] = Set(
            "auto_kubernetes_labels bearer_token buffer_size compress drop_single_key header label_keys label_map_path labels line_format remove_keys structured_metadata "
            + "structured_metadata_map_keys tenant_id tenant_id_key uri match host port tls retry_limit storage.total_limit_size"),
        ["cloudwatch_logs"] = Set(
            "add_entity auto_create_group auto_retry_requests endpoint log_format log_group_class log_group_name log_group_template log_key log_retention_days log_stream_name log_stream_prefix "
            + "log_stream_template region role_arn match retry_limit storage.total_limit_size"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
