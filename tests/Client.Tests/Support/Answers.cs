using System.Net;
using System.Net.Http;
using System.Text;

namespace CloudflareAiGateway.Client.Tests;

internal static class Answers
{
    public const string Gateway = """{"id":"prod","cache_invalidate_on_update":false,"cache_ttl":0,"collect_logs":true,"rate_limiting_interval":0,"rate_limiting_limit":0,"created_at":"2026-01-01T00:00:00Z","modified_at":"2026-01-02T00:00:00Z"}""";

    public static HttpResponseMessage Json(int status, string body, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        response.Headers.TryAddWithoutValidation("cf-ray", "8a1b2c3d4e5f-FRA");
        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    public static HttpResponseMessage Ok(string result = "{}", params (string Name, string Value)[] headers) =>
        Json(200, "{\"success\":true,\"result\":" + result + "}", headers);

    public static HttpResponseMessage Fail(int status, int code = 7000, string message = "Something", params (string Name, string Value)[] headers) =>
        Json(status, $$$"""{"success":false,"errors":[{"code":{{{code}}},"message":"{{{message}}}"}],"result":{}}""", headers);

    public static HttpResponseMessage Html(int status) =>
        new((HttpStatusCode)status) { Content = new StringContent("<html><body>Please sign in</body></html>", Encoding.UTF8, "text/html") };

    public static HttpRequestException Refused() => new(HttpRequestError.ConnectionError, "Connection refused");

    public static HttpRequestException Broken() => new("An error occurred while sending the request.", new System.IO.IOException("Connection reset by peer"));
}
