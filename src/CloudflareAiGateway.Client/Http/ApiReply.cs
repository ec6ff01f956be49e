using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>An answer with its body read, whatever its status.</summary>
internal sealed class ApiReply
{
    /// <summary>Takes over an answer.</summary>
    public ApiReply(ApiCall call, HttpResponseMessage response, byte[] body, TimeProvider clock)
    {
        Call = call;
        Status = (int)response.StatusCode;
        Body = body;
        RayId = LogHandler.RayIdOf(response);
        Date = response.Headers.Date;
        Headers = response.Headers;
        ContentType = response.Content.Headers.ContentType?.ToString();
        RetryAfter = Backoff.AskedFor(response.Headers, clock);
    }

    /// <summary>The call that was answered.</summary>
    public ApiCall Call { get; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The body as it came.</summary>
    public byte[] Body { get; }

    /// <summary>The headers.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>The content type; null when the answer has none.</summary>
    public string? ContentType { get; }

    /// <summary>The ray id.</summary>
    public string? RayId { get; }

    /// <summary>The service's clock.</summary>
    public DateTimeOffset? Date { get; }

    /// <summary>How long the service asked to wait.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Whether the status is one of success.</summary>
    public bool HasSuccessStatus => Status is >= 200 and < 300;

    /// <summary>Checks the answer to a delete. Where a lost answer was asked for again, what is gone by then was deleted.</summary>
    /// <exception cref="AiGatewayException">What <c>success: false</c> says.</exception>
    public void EnsureDeleted()
    {
        if (HasSuccessStatus)
        {
            EnsureSuccess();
        }
    }

    /// <summary>Reads <c>result</c> as a model.</summary>
    /// <exception cref="AiGatewayException">UnexpectedResponse, or what <c>success: false</c> says.</exception>
    public Envelope<T> Read<T>()
    {
        try
        {
            Envelope<T>? envelope = Body.Length == 0 ? null : JsonSerializer.Deserialize<Envelope<T>>(Body, WireJson.Options);
            return envelope switch
            {
                null => throw ErrorFactory.Unexpected(this, "the answer is empty"),
                { Success: false } => throw ErrorFactory.FromReply(this),
                { Result: null } => throw ErrorFactory.Unexpected(this, "the answer holds no result"),
                _ => envelope,
            };
        }
        catch (JsonException exception)
        {
            throw ErrorFactory.Unexpected(this, "the answer is not the JSON that the API gives", exception);
        }
    }

    /// <summary>Reads <c>result</c> as raw JSON, for documents that go back as they came.</summary>
    /// <exception cref="AiGatewayException">UnexpectedResponse, or what <c>success: false</c> says.</exception>
    public JsonObject ReadDocument()
    {
        EnsureSuccess();
        try
        {
            JsonNode? node = Body.Length == 0 ? null : JsonNode.Parse(Body);
            if (node is JsonObject root && root["result"] is JsonObject result)
            {
                root.Remove("result");
                return result;
            }
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw ErrorFactory.Unexpected(this, "the answer is not the JSON that the API gives", exception);
        }

        throw ErrorFactory.Unexpected(this, Body.Length == 0 ? "the answer is empty" : "the answer holds no result");
    }

    /// <summary>Checks an answer whose content does not matter.</summary>
    /// <exception cref="AiGatewayException">What <c>success: false</c> says.</exception>
    public void EnsureSuccess()
    {
        if (ErrorBody.Read(Body, text => text).SaysFailure)
        {
            throw ErrorFactory.FromReply(this);
        }
    }
}
