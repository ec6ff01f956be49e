using System.Collections.Generic;
using System.Net.Http;
using System.Security;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>
/// One request, described: everything that sending, retrying and explaining a failure need. Resources make these; only the
/// transport sends them.
/// </summary>
internal sealed class ApiRequest
{
    private readonly List<KeyValuePair<string, string>> _pathValues = new();
    private readonly List<KeyValuePair<string, string>> _query = new();

    /// <summary>Describes a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pathTemplate">The path below the base address with placeholders, such as <c>/accounts/{account_id}/…</c>.</param>
    /// <param name="operationId">The API's name for the operation.</param>
    /// <param name="purpose">What the user wanted, to follow "Could not": <c>read gateway 'prod'</c>.</param>
    public ApiRequest(HttpMethod method, string pathTemplate, string operationId, string purpose)
    {
        Method = method;
        PathTemplate = pathTemplate;
        OperationId = operationId;
        Purpose = purpose;
    }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path with placeholders.</summary>
    public string PathTemplate { get; }

    /// <summary>The API's name for the operation.</summary>
    public string OperationId { get; }

    /// <summary>What the user wanted, to follow "Could not".</summary>
    public string Purpose { get; }

    /// <summary>Which host it goes to.</summary>
    public ApiHost Host { get; init; }

    /// <summary>What repeating it would mean.</summary>
    public RepeatRule Repeat { get; init; }

    /// <summary>The token permission that it needs, as the dashboard calls it, such as <c>AI Gateway Edit</c>.</summary>
    public string? Permission { get; init; }

    /// <summary>
    /// What it is about, as it stands in error ids, such as <c>Gateway</c>: set where commands on other things send it, too. Null leaves
    /// that to the command.
    /// </summary>
    public string? Resource { get; init; }

    /// <summary>The JSON body, or null.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>Secrets inside the body, scrubbed from whatever the service echoes.</summary>
    public IReadOnlyList<SecureString> Secrets { get; init; } = [];

    /// <summary>Whether the answer's body is handed on as it arrives. It is then neither buffered nor retried once it has begun.</summary>
    public bool IsStreaming { get; init; }

    /// <summary>Whether the request goes without the token, as a mere test of the connection does.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>The values of the placeholders.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> PathValues => _pathValues;

    /// <summary>The query.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> QueryValues => _query;

    /// <summary>Fills a placeholder. The value is escaped when the address is made.</summary>
    public ApiRequest With(string placeholder, string value)
    {
        _pathValues.Add(new(placeholder, value));
        return this;
    }

    /// <summary>Adds a query member; a null value leaves it out.</summary>
    public ApiRequest Query(string name, string? value)
    {
        if (value is not null)
        {
            _query.Add(new(name, value));
        }

        return this;
    }
}
