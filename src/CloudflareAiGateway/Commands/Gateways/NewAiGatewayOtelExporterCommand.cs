using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Makes a target of trace export for -Otel of New- and Set-AiGateway. Sends nothing and needs no connection.</summary>
[Cmdlet(VerbsCommon.New, "AiGatewayOtelExporter")]
[OutputType(typeof(OtelExporter))]
public sealed class NewAiGatewayOtelExporterCommand : PSCmdlet
{
    private const int LongestUrl = 2048;
    private const int LongestAuthorization = 256;

    /// <summary>The endpoint that receives the spans.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Url { get; set; } = string.Empty;

    /// <summary>Extra request headers by name. Values may be secret: they are not shown by default.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? Headers { get; set; }

    /// <summary>The Authorization header, or a reference to a stored secret, as a SecureString or PSCredential.</summary>
    [Parameter]
    [ModelTransformation(typeof(SecureString), nameof(Authorization))]
    public SecureString? Authorization { get; set; }

    /// <summary>The encoding; the API's default is JSON.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(OtelContentType))]
    public OtelContentType? ContentType { get; set; }

    /// <summary>Writes the target.</summary>
    protected override void ProcessRecord()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? problem = ExplainUrl() ?? ReadHeaders(headers) ?? (Authorization?.Length > LongestAuthorization
            ? $"The authorization has {Authorization.Length} characters; the API takes {LongestAuthorization}. Store it as a secret and give the reference."
            : null);
        if (problem is not null)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidOtelExporter", problem, Url));
            return;
        }

        WriteObject(new OtelExporter { Url = Url, Headers = headers, Authorization = Authorization, ContentType = ContentType });
    }

    private string? ExplainUrl() =>
        !Uri.TryCreate(Url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("https" or "http")
            ? $"'{Url}' is not an address such as https://otel.example.com/v1/traces."
            : Url.Length > LongestUrl ? $"The address has {Url.Length} characters; the API takes {LongestUrl}." : null;

    private string? ReadHeaders(Dictionary<string, string> headers)
    {
        foreach (DictionaryEntry entry in Headers ?? new Hashtable())
        {
            string name = Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!;
            object? value = entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value;
            if (value is null or SecureString or PSCredential or IDictionary or Array)
            {
                return value is SecureString or PSCredential
                    ? $"The header '{name}' is a secret, which headers cannot be. Give it as -Authorization."
                    : $"The header '{name}' has no text.";
            }

            if (string.Equals(name, "Authorization", StringComparison.OrdinalIgnoreCase))
            {
                return "The header 'Authorization' has a parameter of its own: -Authorization, which keeps it off the screen.";
            }

            headers[name] = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        }

        return null;
    }
}
