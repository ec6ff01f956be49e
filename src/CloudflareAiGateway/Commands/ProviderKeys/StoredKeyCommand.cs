using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>For commands on keys that are stored already.</summary>
public abstract class StoredKeyCommand : ProviderKeyCommand
{
    /// <summary>The provider, such as <c>openai</c>.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("ProviderSlug")]
    [ArgumentCompleter(typeof(StoredProviderCompleter))]
    [ValidateNotNullOrEmpty]
    public override string Provider { get; set; } = string.Empty;

    /// <summary>The key's id, which piped keys give; it spares looking for it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? ProviderKeyId { get; set; }

    /// <summary>The key's id, looked up by provider and alias when it was not given.</summary>
    /// <exception cref="AiGatewayException">NotFound: the gateway has no such key.</exception>
    private protected string FindId(string accountId) => string.IsNullOrEmpty(ProviderKeyId) ? Find(accountId).Id : ProviderKeyId!;
}
