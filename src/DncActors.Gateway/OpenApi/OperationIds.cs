namespace DncActors.Gateway.OpenApi;

/// <summary>Names of operations for those who generate clients: made from method and path, so that they are as stable as these.</summary>
static class OperationIds
{
    /// <summary><c>GET v1/workflows/{workflowId}/versions</c> becomes <c>get_workflows_by_workflowId_versions</c>.</summary>
    internal static string Of(string method, string path)
    {
        var words = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(w => w != "v1")
            .Select(w => w.StartsWith('{') ? $"by_{w.Trim('{', '}')}" : w.Replace('-', '_'));
        return string.Join('_', words.Prepend(method.ToLowerInvariant()));
    }
}
